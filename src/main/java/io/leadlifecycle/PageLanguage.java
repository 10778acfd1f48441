package io.leadlifecycle;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * The language of a page, German or English: the one that its controller knows the reader by, else {@code ?lang=}, else what
 * the browser asks for.
 */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
public class PageLanguage extends AcceptHeaderLocaleResolver {

  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);
  private static final String CHOSEN = PageLanguage.class.getName();

  public PageLanguage() {
    setSupportedLocales(LANGUAGES);
    setDefaultLocale(Locale.ENGLISH);
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    if (request.getAttribute(CHOSEN) instanceof Locale chosen) {
      return chosen;
    }
    String wanted = request.getParameter("lang");
    return LANGUAGES.stream()
        .filter(language -> language.getLanguage().equals(wanted))
        .findFirst()
        .orElseGet(() -> super.resolveLocale(request));
  }

  @Override
  public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    request.setAttribute(CHOSEN, locale);
  }
}
