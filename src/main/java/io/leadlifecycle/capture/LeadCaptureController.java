package io.leadlifecycle.capture;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.leadlifecycle.capture.Capture.Captured;
import io.leadlifecycle.lead.LeadId;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes leads in from other systems. */
@RestController
class LeadCaptureController {

  /** Two fields of one name, or something behind the object, would leave open what was meant. */
  private static final ObjectReader JSON = new ObjectMapper()
      .readerFor(new TypeReference<Map<String, Object>>() {})
      .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
      .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Reception reception;

  LeadCaptureController(Reception reception) {
    this.reception = reception;
  }

  /** 201 for a new lead; 200 for a known one, with the id that it has. */
  @PostMapping(
      path = "/api/leads",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<CapturedLead> capture(@RequestBody byte[] body) throws IOException {
    Captured captured = reception.receive(object(body));
    var answer = captured.isNew() ? ResponseEntity.created(location(captured.lead())) : ResponseEntity.ok();
    return answer.body(new CapturedLead(captured.lead()));
  }

  record CapturedLead(LeadId id) {}

  private static Map<String, Object> object(byte[] body) throws IOException {
    Map<String, Object> fields = JSON.readValue(body);
    return fields == null ? Map.of() : fields;
  }

  private static URI location(LeadId lead) {
    return URI.create("/api/leads/" + lead);
  }
}
