package io.leadlifecycle.privacy;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every table of ours with every column: either what it holds of a person is erased by the {@link PersonalData} of
 * a section, or it holds nothing of a person, and it says why not. Who adds a table or a column decides here.
 */
public final class Tables {

  private static final String ALL = """
      lead                   | erased by lead       | id email first_name last_name company website phone role \
          country industry employees budget customer_type locale time_zone source asked_for_contact fit \
          fit_reason fit_by stage stage_since running captured_at
      stage_change           | erased by lead       | id lead_id stage at
      address_stripe         | nothing personal: numbers to take turns on | stripe
      activity               | erased by activities | lead_id activity_key kind offer stage detail happened_at \
          recorded_at
      mail_ledger            | erased by mails      | mail_key mail_class reference address address_hash name \
          locale time_zone country consent template variables text_hash template_version subject message_id state reason posted_at due_at \
          waits_for_gate expires_at sent_at tries node lease_until
      mail_gate              | nothing personal: a keyed hash, by which nobody is found but with an address \
          in hand; outlives the lead while it says something | address_hash mail_class version sent frequency paused_until \
          suppressed_at suppressed_why
      mail_secret            | nothing personal: a hash of a setting | id fingerprint
      consent                | erased by consent    | lead_id state basis allowed_by given_at withdrawn_at \
          withdrawn_by
      consent_request        | erased by consent    | lead_id number locale address form form_version ip \
          user_agent requested_at valid_until token_hash given_at given_ip given_user_agent
      consent_box            | erased by consent    | lead_id number purpose wording wording_text
      consent_basis          | erased by consent    | lead_id number basis purposes document conditions given_at \
          recorded_at recorded_by
      consent_event          | erased by consent    | lead_id number kind purposes how after_request at
      consent_wording        | nothing personal: what stands beside boxes | wording language wording_text
      consent_archive        | nothing personal: a keyed hash, and what only its address opens | id address_hash \
          sealed archived_at kept_until
      findings               | erased by findings   | lead_id homepage phone direct_dial team_page \
          social_profiles press_and_events newsletter_subscribed notes folder noted_by noted_at
      score                  | erased by score      | lead_id engagement fit_points fit_reason temperature \
          reason parts computed_at settled_at
      enrolment              | erased by nurture    | id lead_id sequence started_at
      nurture_pause          | erased by nurture    | lead_id paused_until
      nurture_topic_unwanted | erased by nurture    | lead_id topic
      handover_call          | erased by calls      | id lead_id rep team handed_over_at due_at escalated_at \
          outcome note closed_at rests_until
      handover_turn          | nothing personal: a row to take turns on | id
      event_publication      | erased by processes  | id listener_id event_type serialized_event \
          publication_date completion_date
      api_client             | nothing personal: machines | name scopes created_at last_used_at
      api_key                | nothing personal: machines | key_hash client valid_until
      first_start            | nothing personal: a row to take turns on | id done_at
      sandbox_clock          | nothing personal: a number | ahead_ms
      limit_event            | nothing personal: a keyed hash, forgotten after 30 days | subject at
      limit_stripe           | nothing personal: numbers to take turns on | stripe
      """;

  private static final String ERASED_BY = "erased by ";

  /** What is declared of a table. */
  record Declared(String verdict, Set<String> columns) {

    boolean isPersonal() {
      return verdict.startsWith(ERASED_BY);
    }
  }

  private Tables() {}

  static Map<String, Declared> declared() {
    return ALL.lines().map(line -> line.split("\\|")).collect(toMap(
        parts -> parts[0].strip(),
        parts -> new Declared(parts[1].strip(), new TreeSet<>(Arrays.asList(parts[2].strip().split(" +"))))));
  }

  /** The sections that erase something. */
  public static Set<String> sections() {
    Set<String> sections = new TreeSet<>();
    declared().values().stream()
        .filter(Declared::isPersonal)
        .forEach(table -> sections.add(table.verdict().substring(ERASED_BY.length())));
    return sections;
  }
}
