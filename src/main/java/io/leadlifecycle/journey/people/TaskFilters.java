package io.leadlifecycle.journey.people;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The lists of work in Tasklist, most important first. Stored queries know no expressions, which would be code
 * that runs for whoever opens the list: so each rep has lists of their own, and nothing is listed by the time
 * of day.
 */
@Component
class TaskFilters {

  /** The priority of calls that were not made in time; others end at 99. */
  static final int OVERDUE = 1000;

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

  /** The lists that all have in common. */
  void lay() {
    Filter overdue = filters.createFilterQuery().filterName("Overdue").list().stream()
        .findFirst()
        .orElseGet(() -> filters.newTaskFilter("Overdue"));
    lay(overdue, 50, "Late, whoever has it", "#c62828", leads().taskMinPriority(OVERDUE));
    grants.showFilter(overdue.getId());
  }

  /** The lists of one person, who reads them and cannot change them. */
  void layFor(String person) {
    lay(person, 10, "My leads", "What is on my desk", "#1565c0", leads().taskAssignee(person));
    lay(person, 20, "To qualify", "Does this lead fit us?", "#6a1b9a", open("Activity_QualifyLead", person));
    lay(person, 30, "To research", "Find out more about the company", "#00695c",
        open("Activity_EnrichLead", person));
    lay(person, 40, "To call", "The late ones first, then by score", "#ef6c00",
        open("Activity_ContactLead", person));
  }

  private void lay(String person, int place, String name, String description, String color, TaskQuery query) {
    Filter filter = filters.createFilterQuery().filterName(name).filterOwner(person).list().stream()
        .findFirst()
        .orElseGet(() -> filters.newTaskFilter(name).setOwner(person));
    lay(filter, place, description, color, query);
    grants.showFilter(filter.getId(), person);
  }

  private void lay(Filter filter, int place, String description, String color, TaskQuery query) {
    filter.setQuery(query.orderByTaskPriority().desc().orderByDueDate().asc());
    filter.setProperties(
        Map.of("priority", place, "description", description, "color", color, "refresh", true,
            "showUndefinedVariable", false, "variables", SHOWN));
    filters.saveFilter(filter);
  }

  /** Theirs or nobody's, so that two reps do not start on the same lead. */
  private TaskQuery open(String task, String person) {
    return leads().taskDefinitionKey(task).or().taskUnassigned().taskAssignee(person).endOr();
  }

  private TaskQuery leads() {
    return tasks.createTaskQuery().processDefinitionKey("lead-lifecycle");
  }
}
