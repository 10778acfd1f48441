package io.leadlifecycle.letter;

import java.util.Set;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.text.TextContentNodeRendererContext;

/** Links in plain text: the words, then the address. */
class PlainLinks implements NodeRenderer {

  private final TextContentNodeRendererContext context;

  PlainLinks(TextContentNodeRendererContext context) {
    this.context = context;
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(Link.class);
  }

  @Override
  public void render(Node node) {
    String destination = ((Link) node).getDestination();
    if (node.getFirstChild() instanceof Text text && destination.endsWith(text.getLiteral())) {
      context.getWriter().write(destination);
      return;
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      context.render(child);
    }
    context.getWriter().write(": " + destination);
  }
}
