package io.leadlifecycle.journey.people;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** All that the program really answers to. */
class Mappings {

  private final ApplicationContext program;

  Mappings(ApplicationContext program) {
    this.program = program;
  }

  /** What methods of controllers and of actuator endpoints take, such as {@code GET /leads}. */
  Set<String> requests() {
    return program.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .flatMap(Mappings::requests)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** One that takes any method counts as GET. */
  private static Stream<String> requests(RequestMappingInfo mapping) {
    Set<String> methods = mapping.getMethodsCondition().getMethods().stream()
        .map(Enum::name)
        .collect(Collectors.toSet());
    return (methods.isEmpty() ? Set.of("GET") : methods).stream()
        .flatMap(method -> mapping.getPatternValues().stream().map(path -> method + " " + path));
  }

  /** The resources of the engine's REST interface, such as {@code /engine-rest/task}. */
  Set<String> engineResources() {
    return program.getBean(ResourceConfig.class).getClasses().stream()
        .map(Resource::from)
        .filter(resource -> resource != null)
        .flatMap(resource -> resource.getChildResources().stream()
            .map(child -> "/engine-rest/" + resource.getPath() + "/" + child.getPath()))
        .map(path -> path.replaceAll("/+", "/"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Where servlets, filters and folders of files begin that stand under no controller, such as {@code /css/}. */
  Set<String> places() throws IOException {
    ServletContext container = program.getBean(ServletContext.class);
    Stream<String> servlets = container.getServletRegistrations().values().stream()
        .flatMap(servlet -> servlet.getMappings().stream());
    Stream<String> filters = container.getFilterRegistrations().values().stream()
        .flatMap(filter -> filter.getUrlPatternMappings().stream());
    return Stream.of(servlets, filters, handlers(), files())
        .flatMap(places -> places)
        .map(place -> place.replaceAll("[*{].*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Stream<String> handlers() {
    return program.getBeansOfType(AbstractUrlHandlerMapping.class).values().stream()
        .flatMap(mapping -> mapping.getHandlerMap().keySet().stream());
  }

  private static Stream<String> files() throws IOException {
    var files = new PathMatchingResourcePatternResolver();
    Stream.Builder<String> places = Stream.builder();
    for (String root : new String[] {"static", "public", "resources", "META-INF/resources"}) {
      for (var file : files.getResources("classpath*:/" + root + "/*")) {
        places.add("/" + file.getFilename());
      }
    }
    return places.build();
  }
}
