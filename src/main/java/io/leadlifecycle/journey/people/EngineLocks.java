package io.leadlifecycle.journey.people;

import java.util.List;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyDigitRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLowerCaseRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicySpecialCharacterRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUpperCaseRuleImpl;
import org.springframework.stereotype.Component;

/** What the engine itself keeps shut, by whatever door one comes. */
@Component
class EngineLocks extends AbstractProcessEnginePlugin implements PasswordPolicy {

  private static final String IDS = "[a-zA-Z0-9]+|camunda-admin";

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    // Candidates and assignees claim and complete; with the usual UPDATE they could set variables past the form.
    engine.setDefaultUserPermissionNameForTask(Permissions.TASK_WORK.getName());
    engine.setEnableExpressionsInAdhocQueries(false);
    engine.setEnableExpressionsInStoredQueries(false);
    engine.setJavaSerializationFormatEnabled(false);
    engine.setGeneralResourceWhitelistPattern(IDS);
    engine.setEnablePasswordPolicy(true);
    engine.setPasswordPolicy(this);
    // After each wrong password the engine waits longer; shutting a user out for good would let anybody
    // shut out the admin.
    engine.setLoginMaxAttempts(Integer.MAX_VALUE);
  }

  /** Not the engine's rule against one's own names: it finds "Sam" in "sesame", and "Mia" in what is made up. */
  @Override
  public List<PasswordPolicyRule> getRules() {
    return List.of(
        new PasswordPolicyLengthRuleImpl(10),
        new PasswordPolicyLowerCaseRuleImpl(1),
        new PasswordPolicyUpperCaseRuleImpl(1),
        new PasswordPolicyDigitRuleImpl(1),
        new PasswordPolicySpecialCharacterRuleImpl(1));
  }
}
