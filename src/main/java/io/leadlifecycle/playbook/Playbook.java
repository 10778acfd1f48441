package io.leadlifecycle.playbook;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The folder that a marketer owns. {@code leads.playbook} names it; without the setting it is the example company's that comes with
 * the program. Names are relative to the folder, with {@code /}.
 */
@Component
public class Playbook {

  private final String folder;
  private final PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();

  public Playbook(@Value("${leads.playbook:classpath:bpmn/}") String folder) {
    this.folder = url(folder);
  }

  /** @throws UnknownFile if there is no such file */
  public String text(String name) {
    if (!has(name)) {
      throw new UnknownFile(name);
    }
    try {
      return file(name).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean has(String name) {
    return file(name).isReadable();
  }

  /** The files that match, such as {@code *.dmn} or {@code mails/*.md}, in alphabetical order. */
  public List<String> names(String pattern) {
    String within = pattern.contains("/") ? pattern.substring(0, pattern.lastIndexOf('/') + 1) : "";
    try {
      return Arrays.stream(files.getResources(folder + pattern))
          .map(Resource::getFilename)
          .filter(Objects::nonNull)
          .map(name -> within + name)
          .sorted()
          .toList();
    } catch (FileNotFoundException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Resource file(String name) {
    return files.getResource(folder + name);
  }

  /** A plain path is a folder on disk. */
  private static String url(String folder) {
    String closed = folder.endsWith("/") ? folder : folder + "/";
    return closed.contains(":") ? closed : "file:" + closed;
  }
}
