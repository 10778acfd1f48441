package io.leadlifecycle.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.leadlifecycle.TestModules;
import io.leadlifecycle.lead.LeadId;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class ActivityControllerTests {

  private final TestModules modules = TestModules.interest().get(0);
  private final Activities activities = modules.get(Activities.class);
  private final MockMvc web = MockMvcBuilders.standaloneSetup(
      modules.get(ActivityController.class), modules.get(OffersController.class)).build();
  private final LeadId lead = modules.lead();

  @Test
  void recordsOneActivity() throws Exception {
    report("""
        {"key": "v1", "kind": "page-view", "stage": "awareness", "detail": "/blog",
         "at": "2025-01-31T10:00:00+01:00"}""")
        .andExpect(status().isOk())
        .andExpect(content().json("{\"recorded\": 1, \"alreadyKnown\": 0}"));
    Activity recorded = activities.of(lead).get(0);
    assertThat(recorded.kind()).isEqualTo(ActivityKind.PAGE_VIEW);
    assertThat(recorded.stage()).isEqualTo(ContentStage.AWARENESS);
    assertThat(recorded.detail()).isEqualTo("/blog");
    assertThat(recorded.at()).isEqualTo("2025-01-31T09:00:00Z");
  }

  @Test
  void recordsAListAndSaysWhatItKnew() throws Exception {
    report("{\"key\": \"d1\", \"kind\": \"download\", \"offer\": \"price-list\"}");
    report("""
        [{"key": "d1", "kind": "download", "offer": "price-list"}, {"key": "d2", "kind": "demo-request"}]""")
        .andExpect(content().json("{\"recorded\": 1, \"alreadyKnown\": 1}"));
    assertThat(activities.of(lead)).extracting(Activity::stage)
        .containsExactlyInAnyOrder(ContentStage.DECISION, null);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "{}                                                         | key  | is required",
    "{'key': null, 'kind': 'download'}                          | key  | is required",
    "{'key': ' ', 'kind': 'download'}                           | key  | is empty",
    "{'key': 7, 'kind': 'download'}                             | key  | is not a text",
    "{'key': 'a\\u0000b', 'kind': 'download'}                   | key  | holds control characters",
    "{'key': 'k'}                                               | kind | is required",
    "{'key': 'k', 'kind': ['download']}                         | kind | is not a text",
    "{'key': 'k', 'kind': 'download', 'offer': 'nothing'}       | offer | is no offer's key",
    "{'key': 'k', 'kind': 'download', 'stage': 'AWARENESS'}     | stage "
        + "| AWARENESS is not one of awareness, consideration, decision",
    "{'key': 'k', 'kind': 'download', 'at': 'yesterday'}        | at "
        + "| is not a time such as 2025-03-31T08:30:00Z",
    "{'key': 'k', 'kind': 'download', 'at': '2999-01-01T00:00:00Z'} | at | is in the future",
    "{'key': 'k', 'kind': 'download', 'at': '0001-01-01T00:00:00Z'} | at | is before 2000-01-01T00:00:00Z",
    "{'key': 'k', 'kind': 'download', 'url': '/blog'}           | url  | is not a field of an activity"
  })
  void namesTheFieldThatIsWrong(String json, String field, String message) throws Exception {
    refuses(json.replace('\'', '"'))
        .andExpect(jsonPath("$.errors[0].field").value(field))
        .andExpect(jsonPath("$.errors[0].message").value(message));
  }

  @Test
  void refusesWhatIsLongerThanItsColumn() throws Exception {
    refuses("""
        {"key": "%s", "kind": "download", "detail": "%s"}""".formatted("k".repeat(101), "d".repeat(501)))
        .andExpect(jsonPath("$.errors[*].field").value(contains("key", "detail")));
  }

  @Test
  void storesNothingOfAListWithAFault() throws Exception {
    refuses("""
        [{"key": "1", "kind": "download"}, {"key": "2", "kind": "gossip"}, 7]""")
        .andExpect(jsonPath("$.errors[*].field").value(contains("[1].kind", "[2]")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "null", "7", "\"download\"", "[[]]"})
  void refusesWhatIsNoActivity(String body) throws Exception {
    refuses(body);
  }

  @Test
  void refusesMoreThanAThousand() throws Exception {
    refuses(list(1001));
  }

  @Test
  void allowsForAClockThatIsALittleFast() throws Exception {
    report(downloadIn(299)).andExpect(status().isOk());
    refuse(downloadIn(301)).andExpect(jsonPath("$.errors[0].message").value("is in the future"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0197b6b0-0000-7000-8000-000000000000", "nobody"})
  void doesNotFindAnUnknownLead(String id) throws Exception {
    reportFor(id, "{\"key\": \"k\", \"kind\": \"download\"}")
        .andExpect(status().isNotFound())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
  }

  @Test
  void recordsWhatSeveralLeadsDid() throws Exception {
    LeadId other = modules.lead();
    String body = """
        [{"lead": "%s", "key": "1", "kind": "download", "offer": "price-list"},
         {"lead": "%s", "key": "1", "kind": "page-view"}]""".formatted(lead, other);
    reportTogether(body)
        .andExpect(status().isOk())
        .andExpect(content().json("{\"recorded\": 2, \"alreadyKnown\": 0}"));
    reportTogether(body).andExpect(content().json("{\"recorded\": 0, \"alreadyKnown\": 2}"));
    assertThat(activities.of(lead)).extracting(Activity::stage).containsExactly(ContentStage.DECISION);
    assertThat(activities.of(other)).extracting(Activity::kind).containsExactly(ActivityKind.PAGE_VIEW);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "[]                                                         |          | is no list of activities",
    "{}                                                         |          | is no list of activities",
    "null                                                       |          | is no list of activities",
    "[GOOD, 7]                                                  | [1]      | is not an activity",
    "[GOOD, {'key': 'k', 'kind': 'download'}]                   | [1].lead | is required",
    "[GOOD, {'lead': 'nobody', 'key': 'k', 'kind': 'download'}] | [1].lead | is no lead's id",
    "[GOOD, {'lead': 7, 'key': 'k', 'kind': 'download'}]        | [1].lead | is not a text",
    "[GOOD, {'lead': 'LEAD', 'key': ' ', 'kind': 'download'}]   | [1].key  | is empty",
    "[GOOD, {'lead': '0197b6b0-0000-7000-8000-000000000000', 'key': 'k', 'kind': 'download'}] "
        + "| [1].lead | is no lead that we know"
  })
  void recordsNothingOfAListOverSeveralLeadsWithAFault(String json, String field, String message)
      throws Exception {
    String good = "{'lead': 'LEAD', 'key': 'good', 'kind': 'download'}";
    refuses(reportTogether(json.replace("GOOD", good).replace("LEAD", lead.toString()).replace('\'', '"')))
        .andExpect(jsonPath("$.errors[0].field").value(field == null ? "" : field))
        .andExpect(jsonPath("$.errors[0].message").value(message));
  }

  @Test
  void refusesMoreThanAThousandOverSeveralLeads() throws Exception {
    String thousand = list(1000).replace("{", "{\"lead\": \"" + lead + "\", ");
    refuses(reportTogether("[" + thousand.substring(1, thousand.length() - 1) + ", 7]"))
        .andExpect(jsonPath("$.errors[0].message").value("holds more than 1000 activities"));
    reportTogether(thousand).andExpect(content().json("{\"recorded\": 1000, \"alreadyKnown\": 0}"));
  }

  @Test
  void takesNoLeadWhereTheAddressNamesIt() throws Exception {
    refuses("{\"lead\": \"%s\", \"key\": \"k\", \"kind\": \"download\"}".formatted(lead))
        .andExpect(jsonPath("$.errors[0].field").value("lead"));
  }

  @Test
  void listsTheOffersInTheLanguageAskedFor() throws Exception {
    web.perform(get("/api/offers?language=de-AT"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$[*].title").value(contains("Ein Leitfaden", "Price list", "Live ansehen")))
        .andExpect(jsonPath("$[2].kind").value("demo-request"))
        .andExpect(jsonPath("$[2].stage").value("decision"));
    web.perform(get("/api/offers")).andExpect(jsonPath("$[0].title").value("A guide"));
  }

  private String downloadIn(int seconds) {
    return """
        {"key": "%1$s", "kind": "download", "at": "%1$s"}"""
        .formatted(modules.clock().instant().plusSeconds(seconds));
  }

  private static String list(int size) {
    return IntStream.range(0, size)
        .mapToObj(number -> "{\"key\": \"" + number + "\", \"kind\": \"page-view\"}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private ResultActions refuses(String body) throws Exception {
    return refuses(report(body));
  }

  private ResultActions refuses(ResultActions answer) throws Exception {
    assertThat(activities.of(lead)).isEmpty();
    return isRefusal(answer);
  }

  private ResultActions refuse(String body) throws Exception {
    return isRefusal(report(body));
  }

  private static ResultActions isRefusal(ResultActions answer) throws Exception {
    return answer
        .andExpect(status().isBadRequest())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.errors").isNotEmpty());
  }

  private ResultActions reportTogether(String body) throws Exception {
    return web.perform(post("/api/activities").contentType(MediaType.APPLICATION_JSON).content(body));
  }

  private ResultActions report(String body) throws Exception {
    return reportFor(lead.toString(), body);
  }

  private ResultActions reportFor(String id, String body) throws Exception {
    return web.perform(
        post("/api/leads/{id}/activities", id).contentType(MediaType.APPLICATION_JSON).content(body));
  }
}
