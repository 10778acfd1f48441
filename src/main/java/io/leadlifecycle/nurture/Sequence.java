package io.leadlifecycle.nurture;

import io.leadlifecycle.activity.ContentStage;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Mails on one topic, one after the other, as {@code sequences.yaml} describes them.
 *
 * @param priority higher goes first where the stage is the same
 * @param startsOn keys of the offers that put a lead into it; empty if it is for quiet leads
 * @param forQuietLeads whether it is a try to win a quiet lead back
 */
public record Sequence(
    String key,
    Topic topic,
    int priority,
    ContentStage stage,
    List<String> startsOn,
    boolean forQuietLeads,
    List<Step> steps) {

  /**
   * One mail of a sequence.
   *
   * @param mail stem of the file in {@code mails/}
   * @param after how long it waits from when the lead had the step before; the first, from the start
   * @param expires how long the mail may wait for its sending; null for ever
   */
  public record Step(String mail, Duration after, @Nullable Duration expires) {}

  /** @param number counted from 1 */
  Step step(int number) {
    return steps.get(number - 1);
  }
}
