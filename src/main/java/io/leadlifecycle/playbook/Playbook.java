package io.leadlifecycle.playbook;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The files of the playbook. Names are relative to its folder, such as {@code mails/opt-in.en.md}. */
@Component
public class Playbook {

  private final PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
  private final String folder;

  public Playbook(@Value("${leads.playbook:classpath:bpmn/}") String folder) {
    this.folder = folder.endsWith("/") ? folder : folder + "/";
  }

  /** @throws UnknownFile if there is none of that name */
  public String text(String name) {
    if (!has(name)) {
      throw new UnknownFile(name);
    }
    try {
      return files.getResource(folder + name).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean has(String name) {
    return files.getResource(folder + name).exists();
  }

  /** The names of all files in that folder of the playbook, sorted. */
  public List<String> names(String inFolder) {
    try {
      return Stream.of(files.getResources(folder + inFolder + "/*"))
          .map(Resource::getFilename)
          .map(name -> inFolder + "/" + name)
          .sorted()
          .toList();
    } catch (FileNotFoundException none) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
