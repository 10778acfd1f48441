package io.leadlifecycle.journey;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/**
 * Keeps of a process what people read: instances, tasks, incidents and named steps, but for those that the model leaves out
 * ({@link UnwrittenSteps}); no gateways, timers or variables. The level is stored in the database and cannot be changed later.
 */
final class ReadableHistory implements HistoryLevel {

  static final String NAME = "readable";

  private static final Set<HistoryEventType> INSTANCES_AND_TASKS =
      Set.of(
          HistoryEventTypes.PROCESS_INSTANCE_START,
          HistoryEventTypes.PROCESS_INSTANCE_UPDATE,
          HistoryEventTypes.PROCESS_INSTANCE_MIGRATE,
          HistoryEventTypes.PROCESS_INSTANCE_END,
          HistoryEventTypes.TASK_INSTANCE_CREATE,
          HistoryEventTypes.TASK_INSTANCE_UPDATE,
          HistoryEventTypes.TASK_INSTANCE_MIGRATE,
          HistoryEventTypes.TASK_INSTANCE_COMPLETE,
          HistoryEventTypes.TASK_INSTANCE_DELETE,
          HistoryEventTypes.INCIDENT_CREATE,
          HistoryEventTypes.INCIDENT_MIGRATE,
          HistoryEventTypes.INCIDENT_RESOLVE,
          HistoryEventTypes.INCIDENT_DELETE);

  private static final Set<HistoryEventType> STEPS =
      Set.of(
          HistoryEventTypes.ACTIVITY_INSTANCE_START,
          HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE,
          HistoryEventTypes.ACTIVITY_INSTANCE_MIGRATE,
          HistoryEventTypes.ACTIVITY_INSTANCE_END);

  @Override
  public int getId() {
    return 11;
  }

  @Override
  public String getName() {
    return NAME;
  }

  /** Without an entity the engine asks whether such events can occur at all. */
  @Override
  public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
    return INSTANCES_AND_TASKS.contains(type) || STEPS.contains(type) && isReadable(entity);
  }

  private static boolean isReadable(@Nullable Object entity) {
    if (entity instanceof ExecutionEntity execution && execution.getActivity() != null) {
      String type = String.valueOf(execution.getActivity().getProperty("type"));
      return !type.endsWith("Gateway") && !type.endsWith("Timer") && !UnwrittenSteps.include(execution.getActivity());
    }
    return true;
  }
}
