package io.leadlifecycle.journey.people;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The lists of work in Tasklist, most important first. */
@Component
class TaskFilters {

  private static final String ME = "${currentUser()}";
  private static final String NOW = "${now()}";
  private static final String TOMORROW = "${dateTime().plusDays(1).withTimeAtStartOfDay()}";

  /** Tasks tell these of their lead; each row of a list shows them. */
  private static final List<Map<String, String>> SHOWN =
      List.of(
          Map.of("name", "leadName", "label", "Lead"),
          Map.of("name", "leadCompany", "label", "Company"),
          Map.of("name", "leadScore", "label", "Score"));

  private final FilterService filters;
  private final TaskService tasks;
  private final Grants grants;

  TaskFilters(FilterService filters, TaskService tasks, Grants grants) {
    this.filters = filters;
    this.tasks = tasks;
    this.grants = grants;
  }

  void lay() {
    lay(10, "My leads", "What is on my desk", "#1565c0", leads().taskAssigneeExpression(ME));
    lay(20, "To qualify", "Does this lead fit us?", "#6a1b9a", open("Activity_QualifyLead"));
    lay(30, "To research", "Find out more about the company", "#00695c", open("Activity_EnrichLead"));
    lay(40, "To call today", "Due by tonight", "#ef6c00",
        open("Activity_ContactLead").dueBeforeExpression(TOMORROW));
    lay(50, "Overdue", "Late, whoever has it", "#c62828", leads().dueBeforeExpression(NOW));
  }

  private void lay(int place, String name, String description, String color, TaskQuery query) {
    Filter filter = named(name);
    filter.setQuery(query.orderByTaskPriority().desc().orderByDueDate().asc());
    filter.setProperties(
        Map.of("priority", place, "description", description, "color", color, "refresh", true,
            "showUndefinedVariable", false, "variables", SHOWN));
    filters.saveFilter(filter);
    grants.showFilter(filter.getId());
  }

  private Filter named(String name) {
    return filters.createFilterQuery().filterName(name).list().stream()
        .findFirst()
        .orElseGet(() -> filters.newTaskFilter(name));
  }

  /** Mine or nobody's, so that two reps do not start on the same lead. */
  private TaskQuery open(String task) {
    return leads().taskDefinitionKey(task).or().taskUnassigned().taskAssigneeExpression(ME).endOr();
  }

  private TaskQuery leads() {
    return tasks.createTaskQuery().processDefinitionKey("lead-lifecycle");
  }
}
