package io.leadlifecycle;

import io.leadlifecycle.consent.Consent;
import io.leadlifecycle.enrichment.Enrichment;
import io.leadlifecycle.handover.Handover;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.nurture.Nurture;
import io.leadlifecycle.privacy.Retention;
import io.leadlifecycle.qualification.Qualification;
import io.leadlifecycle.scoring.Scoring;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.Builder.Feature;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.IdentifierNode;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.Tree;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** Every expression meets a public method of a bean, or a variable; read by the engine's parser. */
final class ExpressionRules {

  private static final Map<String, Class<?>> BEANS =
      Map.of(
          "leads", Leads.class,
          "consent", Consent.class,
          "qualification", Qualification.class,
          "enrichment", Enrichment.class,
          "scoring", Scoring.class,
          "nurture", Nurture.class,
          "handover", Handover.class,
          "retention", Retention.class);

  /** Set by listeners: the lead itself, and what a rep answers. */
  private static final Set<String> GIVEN = Set.of("lead", "outcome");

  private ExpressionRules() {}

  static List<String> callsInVain(BpmnModelInstance model) {
    return trees(model)
        .flatMap(tree -> calls(tree.getRoot()))
        .filter(call -> !call.isAnswered())
        .map(call -> "Nothing answers " + call)
        .distinct()
        .toList();
  }

  static List<String> unknownNames(BpmnModelInstance model) {
    List<String> results = ModelText.attributes(model, "resultVariable");
    return trees(model)
        .flatMap(tree -> StreamSupport.stream(tree.getIdentifierNodes().spliterator(), false))
        .map(IdentifierNode::getName)
        .filter(name -> !BEANS.containsKey(name) && !GIVEN.contains(name) && !results.contains(name))
        .map(name -> "Nobody sets " + name)
        .distinct()
        .toList();
  }

  private static Stream<Tree> trees(BpmnModelInstance model) {
    return ModelText.expressions(model).stream().map(new Builder(Feature.METHOD_INVOCATIONS)::build);
  }

  private static Stream<Call> calls(Node node) {
    Stream<Call> inner =
        IntStream.range(0, node.getCardinality()).mapToObj(node::getChild).flatMap(ExpressionRules::calls);
    return node instanceof AstMethod ? Stream.concat(Stream.of(Call.of(node)), inner) : inner;
  }

  /** {@code bean.method(…)} with a number of arguments. */
  private record Call(String bean, String method, int arguments) {

    static Call of(Node call) {
      Node dot = call.getChild(0);
      String bean = dot.getChild(0) instanceof IdentifierNode name ? name.getName() : "a result";
      return new Call(bean, dot.toString().replace(". ", ""), call.getChild(1).getCardinality());
    }

    boolean isAnswered() {
      return BEANS.containsKey(bean)
          && Arrays.stream(BEANS.get(bean).getMethods())
              .anyMatch(m -> m.getName().equals(method) && m.getParameterCount() == arguments);
    }

    @Override
    public String toString() {
      return bean + "." + method + " with " + arguments + " arguments";
    }
  }
}
