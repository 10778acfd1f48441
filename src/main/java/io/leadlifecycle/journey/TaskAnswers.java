package io.leadlifecycle.journey;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/**
 * Hands a rep's answers to the module that asked, when a task ends. It listens to the step's end and not to the task's completion: from
 * there the engine would answer 500 to a wrong answer.
 */
abstract class TaskAnswers implements ExecutionListener {

  private final IdentityService identity;

  TaskAnswers(IdentityService identity) {
    this.identity = identity;
  }

  @Override
  public final void notify(DelegateExecution step) {
    if (!step.isCanceled()) {
      Answers answers = new Answers(step);
      take(answers, step);
      answers.forget();
    }
  }

  abstract void take(Answers answers, DelegateExecution step);

  /** Who completed the task; the engine itself where nobody is logged in. */
  String rep() {
    var user = identity.getCurrentAuthentication();
    return user == null || user.getUserId() == null ? "the engine" : user.getUserId();
  }
}
