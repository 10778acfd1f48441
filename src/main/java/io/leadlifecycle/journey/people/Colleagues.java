package io.leadlifecycle.journey.people;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People who come with the company's own login, as users of the engine: tasks can be theirs like anybody's. */
@Component
class Colleagues {

  private final IdentityService identities;

  Colleagues(IdentityService identities) {
    this.identities = identities;
  }

  /**
   * Takes the person in, or up to date. It has exactly these roles afterwards.
   *
   * @return the user's id in the engine, the same at each login
   */
  @Transactional
  String welcome(CompanyUser person, Set<Role> roles) {
    User user = known(person).orElseGet(() -> fresh(person));
    user.setFirstName(person.firstName());
    user.setLastName(person.lastName());
    user.setEmail(person.email());
    identities.saveUser(user);
    join(user.getId(), roles);
    return user.getId();
  }

  /** Who has no role any more gets no work any more. */
  @Transactional
  void dismiss(CompanyUser person) {
    known(person).ifPresent(user -> join(user.getId(), Set.of()));
  }

  /** Also if the person was renamed since. */
  Optional<User> known(CompanyUser person) {
    User known = identities.createNativeUserQuery()
        .sql("select * from ACT_ID_USER where ID_ like #{id}")
        .parameter("id", "%" + person.mark())
        .singleResult();
    return Optional.ofNullable(known);
  }

  private User fresh(CompanyUser person) {
    User user = identities.newUser(person.id());
    user.setPassword(Secrets.password());
    return user;
  }

  private void join(String user, Set<Role> roles) {
    Set<String> joined = identities.createGroupQuery().groupMember(user).list().stream()
        .map(Group::getId)
        .collect(Collectors.toSet());
    Set<String> meant = roles.stream().map(Role::group).collect(Collectors.toSet());
    Stream.of(Role.STAFF).map(Role::group).forEach(group -> {
      if (meant.contains(group) && !joined.contains(group)) {
        identities.createMembership(user, group);
      } else if (!meant.contains(group) && joined.contains(group)) {
        identities.deleteMembership(user, group);
      }
    });
  }
}
