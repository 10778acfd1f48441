package io.leadlifecycle.letter;

import java.util.Map;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;

/** Styles that stand at each tag, since mail programs drop style sheets. */
class InlineStyles implements AttributeProvider {

  private static final Map<String, String> STYLES = Map.of(
      "p", "margin:0 0 16px",
      "a", "color:#0b5cad",
      "h1", "margin:0 0 16px;font-size:24px;line-height:1.25",
      "h2", "margin:24px 0 12px;font-size:20px;line-height:1.3",
      "ul", "margin:0 0 16px;padding-left:24px",
      "ol", "margin:0 0 16px;padding-left:24px",
      "blockquote", "margin:0 0 16px;padding-left:12px;border-left:3px solid #ccc",
      "hr", "margin:24px 0;border:0;border-top:1px solid #ddd",
      "img", "max-width:100%;height:auto");

  @Override
  public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
    if (STYLES.containsKey(tagName)) {
      attributes.put("style", STYLES.get(tagName));
    }
  }
}
