package io.leadlifecycle;

import java.util.stream.Stream;

/** The rules of the process models, each with the wrong model that it must reject. */
final class ModelRules {

  private ModelRules() {}

  static Stream<ModelRule> all() {
    return Stream.of(naming(), execution(), references(), diagram()).flatMap(rules -> rules);
  }

  private static Stream<ModelRule> naming() {
    return Stream.of(
        new ModelRule("Ids mean something", NamingRules::meaninglessIds,
            WrongModels.withGeneratedId(), "Activity_0abc12 is not Activity_ and a meaning in words"),
        new ModelRule("Nodes have names", NamingRules::namelessNodes,
            WrongModels.withNamelessTask(), "Activity_CallLead has no name"),
        new ModelRule("Gateways ask", NamingRules::unaskedQuestions,
            WrongModels.withGatewayThatAsksNothing(), "Gateway_Fit asks no question"),
        new ModelRule("Flows answer", NamingRules::unlabelledAnswers,
            WrongModels.withFlowThatAnswersNothing(), "Flow_Fits does not say which answer it is"),
        new ModelRule("Tasks and waits are explained", NamingRules::unexplained,
            WrongModels.withUnexplainedTask(), "Activity_CallLead is not explained"));
  }

  private static Stream<ModelRule> execution() {
    return Stream.of(
        new ModelRule("History ends", ExecutionRules::endlessHistory,
            WrongModels.keptForEver(), "sample has no history time to live"),
        new ModelRule("Jobs are tried again", ExecutionRules::jobsWithoutRetries,
            WrongModels.withTimerThatIsNotTriedAgain(), "Event_MailDue does not say when it is tried again"),
        new ModelRule("Decisions have their own transaction", ExecutionRules::decisionsInForeignTransactions,
            WrongModels.withDecisionInTheStepBefore(),
            "Activity_ScoreLead decides in the transaction of the step before"));
  }

  private static Stream<ModelRule> references() {
    return Stream.of(
        new ModelRule("Calls are answered", ExpressionRules::callsInVain,
            WrongModels.withExpression("${nurture.pauseUntil(lead, handover.coolingOffUntil())}"),
            "Nothing answers handover.coolingOffUntil with 0 arguments"),
        new ModelRule("Variables are set", ExpressionRules::unknownNames,
            WrongModels.withExpression("${temprature == 'HOT'}"), "Nobody sets temprature"),
        new ModelRule("Listeners are ours", ReferenceRules::unknownListeners,
            WrongModels.withUnknownListener(), "${anyBean} is no listener"),
        new ModelRule("Messages are events", ReferenceRules::messagesWithoutEvent,
            WrongModels.withMessageThatNobodySends(), "There is no event record LeadSneezed"),
        new ModelRule("Forms exist", ReferenceRules::missingForms,
            WrongModels.withMissingForm(), "There is no form no-such-form"),
        new ModelRule("Stages exist", ReferenceRules::unknownStages,
            WrongModels.withStage("DAYDREAMING"), "DAYDREAMING is no stage"),
        new ModelRule("Stages are entered", ReferenceRules::stagesNeverEntered,
            WrongModels.withStage("CAPTURED"), "Nothing enters QUIET"));
  }

  private static Stream<ModelRule> diagram() {
    return Stream.of(
        new ModelRule("Everything is drawn", DiagramRules::undrawn,
            WrongModels.undrawn(), "Activity_CallLead is not drawn"),
        new ModelRule("Nothing overlaps", DiagramRules::overlaps,
            WrongModels.withShapesUponEachOther(), "Event_Begun and Activity_CallLead overlap"),
        new ModelRule("Flows do not cross", DiagramRules::crossings,
            WrongModels.withCrossingFlows(), "Flow_First and Flow_Second cross"),
        new ModelRule("Flows run through nothing", DiagramRules::hidden,
            WrongModels.withFlowThroughShape(), "Flow_First runs through Event_Called"),
        new ModelRule("It reads from left to right", DiagramRules::backward,
            WrongModels.fromRightToLeft(), "Flow_First goes back"));
  }
}
