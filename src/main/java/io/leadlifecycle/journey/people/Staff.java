package io.leadlifecycle.journey.people;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** The engine's users and groups. */
@Component
class Staff {

  private final IdentityService identities;

  Staff(IdentityService identities) {
    this.identities = identities;
  }

  void form(Role role) {
    if (identities.createGroupQuery().groupId(role.group()).count() == 0) {
      Group group = identities.newGroup(role.group());
      group.setName(role.label());
      group.setType(role == Role.ADMIN ? "SYSTEM" : "WORKFLOW");
      identities.saveGroup(group);
    }
  }

  /**
   * Takes the person in, or gives one that is in already a new password and lets a locked-out one in
   * again.
   */
  void admit(Person person, String password) {
    if (knows(person)) {
      renew(person, password);
    } else {
      hire(person, password);
    }
  }

  /** As the engine's password policy wants it. */
  boolean isStrong(String password) {
    return identities.checkPasswordAgainstPolicy(password).isValid();
  }

  private boolean knows(Person person) {
    return identities.createUserQuery().userId(person.id()).count() > 0;
  }

  private void hire(Person person, String password) {
    User user = identities.newUser(person.id());
    user.setFirstName(person.firstName());
    user.setLastName(person.lastName());
    user.setEmail(person.email());
    user.setPassword(password);
    identities.saveUser(user);
    identities.createMembership(person.id(), person.role().group());
  }

  private void renew(Person person, String password) {
    User user = identities.createUserQuery().userId(person.id()).singleResult();
    user.setPassword(password);
    identities.saveUser(user);
    identities.unlockUser(person.id());
  }
}
