package io.leadlifecycle.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Our program: leads fall due all at once, and its nodes send them their mails. */
record LeadContender(
    Measure measure, String database, List<RunningNode> nodes, WaitingLeads waiting, CountingSink mails)
    implements Contender {

  /** With a database of its own, in which so many wait beside those that fall due. */
  static LeadContender start(Measure measure, String database, CountingSink mails, int waiting) {
    WaitingLeads leads = WaitingLeads.on(database);
    leads.forLater(waiting);
    LeadContender ours = new LeadContender(measure, database, new ArrayList<>(), leads, mails);
    ours.join();
    return ours;
  }

  /** The same leads and nodes, measured as something else. */
  LeadContender as(Measure other) {
    return new LeadContender(other, database, nodes, waiting, mails);
  }

  /** One node more. */
  void join() {
    nodes.add(RunningNode.start(database, mails));
  }

  void leaveOnlyTheFirst() {
    List<RunningNode> others = nodes.subList(1, nodes.size());
    others.forEach(RunningNode::close);
    others.clear();
  }

  /** From the order to start until the last mail was taken. */
  @Override
  public double round(int size) {
    waiting.dueAt(Clock.systemUTC().instant(), size);
    int before = mails.count();
    Instant start = Clock.systemUTC().instant();
    nodes.forEach(RunningNode::go);
    Instant end = mails.await(before + size);
    nodes.forEach(RunningNode::rest);
    return size / (Duration.between(start, end).toNanos() / 1e9);
  }

  /** Of the node that joined last. */
  @Override
  public Duration compiled() {
    return nodes.get(nodes.size() - 1).process().compiled();
  }

  @Override
  public void close() {
    nodes.forEach(RunningNode::close);
  }
}
