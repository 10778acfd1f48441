package io.leadlifecycle.letter;

import io.leadlifecycle.playbook.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Whether a mail asks for consent and does nothing else. German courts take what goes beyond that for
 * advertising, which nobody has agreed to yet (§7(2) UWG). An advertising block is, for us, whatever stands out
 * from a short plain text: images, headings, quotations, lists, frames, further links, and words without end.
 */
final class BareMail extends AbstractVisitor {

  static final int MOST_WORDS = 120;

  private static final Parser PARSER =
      Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();
  private static final Set<String> LINKS = Set.of("{{confirm}}", "{{notMe}}", "{{privacy}}");
  private static final Pattern LOOKS_LIKE_A_LINK =
      Pattern.compile("https?:|www\\.|\\w@\\w", Pattern.CASE_INSENSITIVE);
  private static final String ASKING = "A mail that asks for consent ";

  private final List<Fault> faults = new ArrayList<>();
  private final String file;
  private final int firstLine;

  private BareMail(String file, int firstLine) {
    this.file = file;
    this.firstLine = firstLine;
  }

  static List<Fault> faults(String file, LetterTemplate template) {
    BareMail mail = new BareMail(file, template.bodyLine());
    PARSER.parse(template.body()).accept(mail);
    mail.countWords(template.body());
    return mail.faults;
  }

  private void countWords(String body) {
    int words = 0;
    List<String> lines = body.lines().toList();
    for (int line = 0; line < lines.size(); line++) {
      words += (int) Stream.of(lines.get(line).split("\\s+")).filter(word -> word.matches(".*\\p{L}.*")).count();
      if (words > MOST_WORDS) {
        faults.add(new Fault(
            file, firstLine + line,
            ASKING + "has at most " + MOST_WORDS + " words: more is taken for advertising"));
        return;
      }
    }
  }

  @Override
  public void visit(Image image) {
    fault(image, "shows no images: courts call that advertising");
  }

  @Override
  public void visit(Heading heading) {
    standsOut(heading, "headings");
  }

  @Override
  public void visit(BlockQuote quote) {
    standsOut(quote, "quotations");
  }

  @Override
  public void visit(BulletList list) {
    standsOut(list, "lists");
  }

  @Override
  public void visit(OrderedList list) {
    standsOut(list, "lists");
  }

  @Override
  public void visit(FencedCodeBlock frame) {
    standsOut(frame, "frames");
  }

  @Override
  public void visit(IndentedCodeBlock frame) {
    standsOut(frame, "frames");
  }

  @Override
  public void visit(Link link) {
    if (LINKS.contains(link.getDestination())) {
      visitChildren(link);
    } else {
      fault(link, "links to {{confirm}}, {{notMe}} and {{privacy}} only, not to " + link.getDestination());
    }
  }

  @Override
  public void visit(Text text) {
    if (LOOKS_LIKE_A_LINK.matcher(text.getLiteral()).find()) {
      fault(text, "writes out no address, of which mail programs make a link: " + text.getLiteral().strip());
    }
  }

  private void standsOut(Node node, String what) {
    fault(node, "has no " + what + ": what stands out is taken for advertising");
    visitChildren(node);
  }

  private void fault(Node node, String message) {
    faults.add(new Fault(file, firstLine + node.getSourceSpans().get(0).getLineIndex(), ASKING + message));
  }
}
