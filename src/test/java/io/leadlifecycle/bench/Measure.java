package io.leadlifecycle.bench;

/** What is measured, in the words and the order of the report. */
enum Measure {
  OURS("Nurture mails, Lead Lifecycle", "mails/s"),
  BARE_TUNED("Bare engine, tuned alike, no mail", "timers/s"),
  BARE_STARTER("Bare engine, starter defaults, no mail", "timers/s"),
  MAIL_SENDER("Starter defaults, JavaMailSender in the job", "mails/s"),
  OUTBOX("Outbox without an engine", "mails/s"),
  CAPTURE("Captures over HTTP, Lead Lifecycle", "leads/s"),
  CAPTURE_WITH_CONSENT("The same with a request for consent and its mail", "leads/s"),
  BARE_START("Bare start of an instance, tuned alike", "starts/s"),
  ACTIVITIES("Activities without a turn", "activities/s"),
  ACTIVITY_P99("Answer to activities, 1,500 a second, p99", "ms"),
  AT_10K("Nurture mails, 10 k leads waiting", "mails/s"),
  AT_100K("Nurture mails, 100 k leads waiting", "mails/s"),
  AT_1M("Nurture mails, 1 M leads waiting", "mails/s"),
  IDLE_POLL_10K("Buffers read by an idle look for work, 10 k waiting", "buffers"),
  IDLE_POLL_100K("Buffers read by an idle look for work, 100 k waiting", "buffers"),
  IDLE_POLL_1M("Buffers read by an idle look for work, 1 M waiting", "buffers"),
  NODES_1("Nurture mails, one node", "mails/s"),
  NODES_2("Nurture mails, two nodes", "mails/s"),
  NODES_3("Nurture mails, three nodes", "mails/s"),
  ROWS("Rows in tables of the running engine per waiting lead", "rows"),
  LATENESS_MEDIAN("Lateness of a due mail at half load, median", "s"),
  LATENESS_P99("Lateness of a due mail at half load, p99", "s"),
  HEAP("Heap of a node with 1 M leads waiting", "MB"),
  RESIDENT("Memory of that node's process", "MB"),
  START_UP("Start of a node", "s");

  final String title;
  final String unit;

  Measure(String title, String unit) {
    this.title = title;
    this.unit = unit;
  }

  /** Counted where mails are taken, not where they are sent. */
  boolean isOfMails() {
    return unit.equals("mails/s");
  }
}
