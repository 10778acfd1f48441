package io.leadlifecycle.journey;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;

/** Which bodies may be how large. */
@Configuration(proxyBeanMethods = false)
class BodyLimits {

  /** Before anything that reads a body, but after what says in which encoding. */
  @Bean
  FilterRegistrationBean<BodyLimit> limitOfAnybody(WebSettings settings, ObjectMapper json) {
    return at(Ordered.HIGHEST_PRECEDENCE + 1,
        new BodyLimit(settings.maxBody(), request -> !isDeployment(request), json));
  }

  /** Behind the login: nobody else may make us hold that much. */
  @Bean
  FilterRegistrationBean<BodyLimit> limitOfDeployments(WebSettings settings, ObjectMapper json) {
    return at(SecurityProperties.DEFAULT_FILTER_ORDER + 1,
        new BodyLimit(settings.maxDeployment(), BodyLimits::isDeployment, json));
  }

  private static FilterRegistrationBean<BodyLimit> at(int place, BodyLimit limit) {
    FilterRegistrationBean<BodyLimit> filter = new FilterRegistrationBean<>(limit);
    filter.setOrder(place);
    return filter;
  }

  /** Nothing else is let past the limit of anybody: the engine takes models in no other shape. */
  private static boolean isDeployment(HttpServletRequest request) {
    String path = Sent.to(request);
    return request.getMethod().equals("POST") && Sent.is(MediaType.MULTIPART_FORM_DATA, request)
        && path.startsWith("/engine-rest/") && path.endsWith("/deployment/create");
  }
}
