package io.leadlifecycle.journey;

import io.leadlifecycle.handover.SalesTeam;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** The reps are the engine's users; a team is one of its groups. */
@Component
class SalesReps implements SalesTeam {

  private static final String ALL = "salesReps";

  private final IdentityService identity;

  SalesReps(IdentityService identity) {
    this.identity = identity;
  }

  @Override
  public List<String> reps(String team) {
    List<String> members = members(team);
    return members.isEmpty() ? members(ALL) : members;
  }

  private List<String> members(String group) {
    return identity.createUserQuery().memberOfGroup(group).orderByUserId().asc().list().stream()
        .map(User::getId)
        .toList();
  }
}
