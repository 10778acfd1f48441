package io.leadlifecycle;

import java.util.List;
import java.util.stream.IntStream;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.camunda.bpm.model.xml.ModelInstance;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Reads a model as the XML that it is, where the place of a value does not matter. */
final class ModelText {

  private ModelText() {}

  static List<String> attributes(ModelInstance model, String name) {
    return select(model, "//@*[local-name() = '" + name + "']");
  }

  /** Everything that holds an expression, wherever it stands; only listeners are named elsewhere. */
  static List<String> expressions(ModelInstance model) {
    return select(
        model,
        "//@*[contains(., '${')][local-name() != 'delegateExpression'] | //text()[contains(., '${')]");
  }

  /** The stages that begin with some element. */
  static List<String> stages(ModelInstance model) {
    return select(model, "//*[local-name() = 'property'][@name = 'stage']/@value");
  }

  /** Ids of processes and decisions. */
  static List<String> definitions(ModelInstance model) {
    return select(model, "//*[local-name() = 'process' or local-name() = 'decision']/@id");
  }

  /** Ids of processes and decisions whose history would be kept for ever. */
  static List<String> keptForEver(ModelInstance model) {
    return select(
        model,
        "//*[local-name() = 'process' or local-name() = 'decision']"
            + "[not(@*[local-name() = 'historyTimeToLive'])]/@id");
  }

  private static List<String> select(ModelInstance model, String path) {
    try {
      Node root = model.getDocument().getDomSource().getNode();
      Object found = XPathFactory.newInstance().newXPath().evaluate(path, root, XPathConstants.NODESET);
      return values((NodeList) found);
    } catch (XPathExpressionException e) {
      throw new IllegalArgumentException(path, e);
    }
  }

  private static List<String> values(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> nodes.item(i).getNodeValue()).toList();
  }
}
