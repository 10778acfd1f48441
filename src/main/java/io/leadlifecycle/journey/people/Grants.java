package io.leadlifecycle.journey.people;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.Permissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;

import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/**
 * What each role may do in the engine. Work on a task needs no word here: the engine itself lets
 * candidates and the assignee do it. Nobody but an administrator may deploy: that is to run any code.
 */
@Component
class Grants {

  private static final String PROCESS = "lead-lifecycle";

  private static final Permission[] ALL_OF_IT = {ALL};

  /** Otherwise Tasklist would show administrators the lists of everybody. */
  private static final Permission[] OWN_FILTERS = {CREATE};

  private final AuthorizationService authorizations;

  Grants(AuthorizationService authorizations) {
    this.authorizations = authorizations;
  }

  void give() {
    giveToAdmins();
    giveToReps();
    giveToMarketing();
    giveToOperators();
    giveToApiClients();
  }

  void showFilter(String filterId) {
    grant(Role.SALES_REPS, FILTER, filterId, READ);
    grant(Role.ADMIN, FILTER, filterId, READ);
  }

  /** The engine lets an owner do everything with a filter; here only read it. */
  void showFilter(String filterId, String person) {
    Authorization grant = ofUser(person, FILTER, filterId);
    grant.setPermissions(new Permission[] {READ});
    authorizations.saveAuthorization(grant);
  }

  private void giveToAdmins() {
    for (Resources resource : Resources.values()) {
      grant(Role.ADMIN, resource, ANY, resource == FILTER ? OWN_FILTERS : ALL_OF_IT);
    }
  }

  /** The lists in Tasklist show variables of the step, which one may read who may read the instance. */
  private void giveToReps() {
    grant(Role.SALES_REPS, APPLICATION, "tasklist", ACCESS);
    grant(Role.SALES_REPS, PROCESS_DEFINITION, PROCESS, READ, READ_INSTANCE, CREATE_INSTANCE);
    grant(Role.SALES_REPS, PROCESS_INSTANCE, ANY, CREATE);
  }

  /** The models, and not the leads that are in them. */
  private void giveToMarketing() {
    grant(Role.MARKETING, APPLICATION, "cockpit", ACCESS);
    grant(Role.MARKETING, PROCESS_DEFINITION, PROCESS, READ);
    grant(Role.MARKETING, DECISION_DEFINITION, ANY, READ);
    grant(Role.MARKETING, DECISION_REQUIREMENTS_DEFINITION, ANY, READ);
    grant(Role.MARKETING, DEPLOYMENT, ANY, READ);
  }

  /** They see what failed and let it be tried again; they change no instance, and work on no task. */
  private void giveToOperators() {
    grant(Role.OPERATORS, APPLICATION, "cockpit", ACCESS);
    grant(
        Role.OPERATORS, PROCESS_DEFINITION, ANY,
        READ, READ_INSTANCE, READ_TASK, READ_HISTORY, RETRY_JOB);
    grant(Role.OPERATORS, DECISION_DEFINITION, ANY, READ, READ_HISTORY);
    grant(Role.OPERATORS, DECISION_REQUIREMENTS_DEFINITION, ANY, READ);
    grant(Role.OPERATORS, DEPLOYMENT, ANY, READ);
  }

  /** Not the instances: who may read those may read what their tasks show of a lead. */
  private void giveToApiClients() {
    grant(Role.API_CLIENTS, PROCESS_DEFINITION, PROCESS, READ, CREATE_INSTANCE);
    grant(Role.API_CLIENTS, PROCESS_INSTANCE, ANY, CREATE);
  }

  private void grant(Role role, Resource resource, String id, Permission... permissions) {
    Authorization grant = granted(role, resource, id).orElseGet(() -> fresh(role, resource, id));
    grant.setPermissions(permissions);
    authorizations.saveAuthorization(grant);
  }

  private Optional<Authorization> granted(Role role, Resource resource, String id) {
    return authorizations.createAuthorizationQuery()
        .authorizationType(AUTH_TYPE_GRANT)
        .groupIdIn(role.group())
        .resourceType(resource)
        .resourceId(id)
        .list()
        .stream()
        .findFirst();
  }

  private Authorization ofUser(String person, Resource resource, String id) {
    return authorizations.createAuthorizationQuery()
        .authorizationType(AUTH_TYPE_GRANT)
        .userIdIn(person)
        .resourceType(resource)
        .resourceId(id)
        .list()
        .stream()
        .findFirst()
        .orElseGet(() -> fresh(person, resource, id));
  }

  private Authorization fresh(String person, Resource resource, String id) {
    Authorization grant = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
    grant.setUserId(person);
    grant.setResource(resource);
    grant.setResourceId(id);
    return grant;
  }

  private Authorization fresh(Role role, Resource resource, String id) {
    Authorization grant = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
    grant.setGroupId(role.group());
    grant.setResource(resource);
    grant.setResourceId(id);
    return grant;
  }
}
