package io.leadlifecycle;

import java.util.stream.Stream;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.ViewResolver;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Controllers with their real pages, without a web server. */
final class TestPages {

  private TestPages() {}

  static MockMvc of(Object... beans) {
    return MockMvcBuilders.standaloneSetup(Stream.of(beans).filter(bean -> !isAdvice(bean)).toArray())
        .setControllerAdvice(Stream.of(beans).filter(TestPages::isAdvice).toArray())
        .setLocaleResolver(new PageLanguage())
        .setViewResolvers(views())
        .build();
  }

  private static boolean isAdvice(Object bean) {
    return AnnotatedElementUtils.hasAnnotation(bean.getClass(), ControllerAdvice.class);
  }

  private static ViewResolver views() {
    ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
    files.setPrefix("templates/");
    files.setSuffix(".html");
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(files);
    engine.setTemplateEngineMessageSource(messages);
    ThymeleafViewResolver views = new ThymeleafViewResolver();
    views.setTemplateEngine(engine);
    views.setCharacterEncoding("UTF-8");
    return views;
  }
}
