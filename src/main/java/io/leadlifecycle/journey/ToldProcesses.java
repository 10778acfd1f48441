package io.leadlifecycle.journey;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells all that the engine keeps of a process: its steps, and what people wrote beside its tasks. */
@Component
class ToldProcesses {

  private final HistoryService history;
  private final TaskService tasks;
  private final RepositoryService models;

  ToldProcesses(HistoryService history, TaskService tasks, RepositoryService models) {
    this.history = history;
    this.tasks = tasks;
    this.models = models;
  }

  /** @param endedAt null while it is running */
  record Told(
      Instant startedAt,
      @Nullable Instant endedAt,
      List<Step> steps,
      List<Remark> comments,
      List<Paper> attachments) {}

  /** @param by who had the task; null where nobody had, or needed to */
  record Step(@Nullable String what, Instant at, @Nullable String by) {}

  record Remark(String text, Instant at, @Nullable String by) {}

  record Paper(@Nullable String name, @Nullable String description, @Nullable String url) {}

  Told tell(HistoricProcessInstance life) {
    List<String> itsTasks = history.createHistoricTaskInstanceQuery()
        .processInstanceId(life.getId()).list().stream()
        .map(HistoricTaskInstance::getId)
        .toList();
    return new Told(
        life.getStartTime().toInstant(),
        instant(life.getEndTime()),
        steps(life),
        Stream.concat(
                tasks.getProcessInstanceComments(life.getId()).stream(),
                itsTasks.stream().flatMap(task -> tasks.getTaskComments(task).stream()))
            .map(ToldProcesses::remark)
            .distinct()
            .toList(),
        Stream.concat(
                tasks.getProcessInstanceAttachments(life.getId()).stream(),
                itsTasks.stream().flatMap(task -> tasks.getTaskAttachments(task).stream()))
            .map(ToldProcesses::paper)
            .distinct()
            .toList());
  }

  /** The model may leave the line of its start out of the history: the process itself knows where and when it began. */
  private List<Step> steps(HistoricProcessInstance life) {
    List<HistoricActivityInstance> lines = history.createHistoricActivityInstanceQuery()
        .processInstanceId(life.getId()).orderByHistoricActivityInstanceStartTime().asc().list();
    boolean tellTheirStart = lines.stream().anyMatch(line -> line.getActivityId().equals(life.getStartActivityId()));
    return Stream.concat(
            tellTheirStart ? Stream.empty() : Stream.of(new Step(start(life), life.getStartTime().toInstant(), null)),
            lines.stream()
                .map(line -> new Step(line.getActivityName(), line.getStartTime().toInstant(), line.getAssignee())))
        .toList();
  }

  /** Null if an operator deleted its model. */
  private @Nullable String start(HistoricProcessInstance life) {
    String model = life.getProcessDefinitionId();
    boolean isThere = models.createProcessDefinitionQuery().processDefinitionId(model).count() > 0;
    FlowNode start = isThere ? models.getBpmnModelInstance(model).getModelElementById(life.getStartActivityId()) : null;
    return start == null ? null : start.getName();
  }

  private static Remark remark(Comment comment) {
    return new Remark(comment.getFullMessage(), comment.getTime().toInstant(), comment.getUserId());
  }

  private static Paper paper(Attachment attachment) {
    return new Paper(attachment.getName(), attachment.getDescription(), attachment.getUrl());
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
