package io.leadlifecycle.console.privacy;

import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A person's data as a file to hand out. Its name says nothing about the person: names end up in lists of
 * downloads.
 */
final class PersonalDataFile {

  private static final ContentDisposition NAME =
      ContentDisposition.attachment().filename("personal-data.json").build();

  private PersonalDataFile() {}

  static ResponseEntity<Map<String, Object>> of(Map<String, Object> data) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CONTENT_DISPOSITION, NAME.toString())
        .body(data);
  }
}
