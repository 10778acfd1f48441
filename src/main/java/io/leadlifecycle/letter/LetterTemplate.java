package io.leadlifecycle.letter;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A file of the playbook's {@code mails/}: {@code subject} and {@code preheader} between two lines of dashes,
 * then Markdown. Mustache variables may stand in all of it.
 *
 * @param bodyLine line of the file at which the body begins, counted from 1
 */
record LetterTemplate(String subject, String preheader, String body, int bodyLine) {

  private static final Pattern ENTRY = Pattern.compile("(subject|preheader):\\s*(.*?)\\s*");
  private static final Pattern QUOTED = Pattern.compile("([\"'])(.*)\\1");
  private static final Pattern LINE = Pattern.compile(" @ line (\\d+)");
  private static final Mustache.Compiler MUSTACHE =
      Mustache.compiler().escapeHTML(false).emptyStringIsFalse(true);

  /** @throws UnusableTemplate with the line that is wrong */
  static LetterTemplate parse(String text) {
    List<String> lines = text.lines().toList();
    int[] fences =
        IntStream.range(0, lines.size()).filter(i -> lines.get(i).stripTrailing().equals("---")).toArray();
    if (fences.length < 2 || fences[0] != 0) {
      throw new UnusableTemplate(1, "must begin with a subject and a preheader between two lines of ---");
    }
    Map<String, String> head = head(lines.subList(1, fences[1]));
    String body = String.join("\n", lines.subList(fences[1] + 1, lines.size()));
    return new LetterTemplate(head.get("subject"), head.getOrDefault("preheader", ""), body, fences[1] + 2);
  }

  private static Map<String, String> head(List<String> lines) {
    Map<String, String> head = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher entry = ENTRY.matcher(lines.get(i));
      if (!entry.matches()) {
        throw new UnusableTemplate(i + 2, "is neither 'subject: …' nor 'preheader: …': " + lines.get(i));
      }
      head.put(entry.group(1), unquoted(entry.group(2)));
    }
    if (head.getOrDefault("subject", "").isBlank()) {
      throw new UnusableTemplate(1, "has no subject");
    }
    return head;
  }

  private static String unquoted(String value) {
    Matcher quoted = QUOTED.matcher(value);
    return quoted.matches() ? quoted.group(2) : value;
  }

  /** @throws UnusableTemplate if a tag is not closed, or such */
  void compile() {
    compiled(subject, 2);
    compiled(preheader, 2);
    compiled(body, bodyLine);
  }

  private static Template compiled(String text, int firstLine) {
    try {
      return MUSTACHE.compile(text);
    } catch (MustacheException e) {
      Matcher line = LINE.matcher(e.getMessage());
      int offset = line.find() ? Integer.parseInt(line.group(1)) - 1 : 0;
      throw new UnusableTemplate(firstLine + offset, line.replaceFirst(""));
    }
  }

  /** @throws UnusableTemplate if it names a variable without a value */
  static String fill(String text, Map<String, String> values) {
    try {
      return compiled(text, 1).execute(values);
    } catch (MustacheException | UnsupportedOperationException e) {
      throw new UnusableTemplate(1, e.getMessage());
    }
  }
}
