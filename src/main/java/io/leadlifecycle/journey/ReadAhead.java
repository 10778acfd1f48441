package io.leadlifecycle.journey;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.leadlifecycle.lead.LeadId;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerCatchIntermediateEventJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * Timers that can go on together, with all that the engine will ask for when they do: read in three statements, not in
 * four for each.
 *
 * @param processes of these jobs
 */
record ReadAhead(List<JobEntity> jobs, List<ExecutionEntity> processes) {

  private static final String STATEMENTS = "read-ahead.xml";
  private static final ReadAhead NOTHING = new ReadAhead(List.of(), List.of());

  /** Makes its statements known to the engine. */
  static void prepare(ProcessEngineConfigurationImpl engine) {
    Configuration mappings = engine.getSqlSessionFactory().getConfiguration();
    InputStream statements = Objects.requireNonNull(ReadAhead.class.getResourceAsStream(STATEMENTS));
    new XMLMapperBuilder(statements, mappings, STATEMENTS, mappings.getSqlFragments()).parse();
  }

  /** Of these jobs, timers in the flow of leads' processes that never failed; none if some share a process. */
  static ReadAhead of(CommandContext context, List<String> jobs) {
    List<JobEntity> timers = ReadAhead.<JobEntity>select(context, "selectJobs", jobs).stream()
        .filter(ReadAhead::isFit)
        .toList();
    boolean areOfDifferentProcesses =
        timers.stream().map(JobEntity::getProcessInstanceId).distinct().count() == timers.size();
    return timers.isEmpty() || !areOfDifferentProcesses ? NOTHING : with(context, timers);
  }

  private static boolean isFit(JobEntity job) {
    return TimerCatchIntermediateEventJobHandler.TYPE.equals(job.getJobHandlerType())
        && Journey.PROCESS.equals(job.getProcessDefinitionKey())
        && !job.isSuspended()
        && job.getExceptionByteArrayId() == null;
  }

  private static ReadAhead with(CommandContext context, List<JobEntity> timers) {
    List<String> processes = timers.stream().map(JobEntity::getProcessInstanceId).toList();
    var executions = byProcess(
        ReadAhead.<ExecutionEntity>select(context, "selectExecutions", processes),
        ExecutionEntity::getProcessInstanceId);
    var variables = byProcess(
        ReadAhead.<VariableInstanceEntity>select(context, "selectVariables", processes),
        VariableInstanceEntity::getProcessInstanceId);
    return new ReadAhead(timers, executions.values().stream().map(tree -> restored(tree, variables)).toList());
  }

  /** What is null is read when it is asked for. */
  private static ExecutionEntity restored(
      List<ExecutionEntity> tree, Map<String, List<VariableInstanceEntity>> variables) {
    ExecutionEntity process =
        tree.stream().filter(ExecutionEntity::isProcessInstanceExecution).findFirst().orElseThrow();
    process.restoreProcessInstance(
        tree, null, variables.getOrDefault(process.getId(), List.of()), null, null, null, null);
    return process;
  }

  @SuppressWarnings("unchecked")
  private static <T> List<T> select(CommandContext context, String statement, List<String> ids) {
    return context.getDbEntityManager().selectList(statement, padded(ids));
  }

  /** So that the database knows most statements already, however many jobs are due. */
  private static List<String> padded(List<String> ids) {
    List<String> padded = new ArrayList<>(ids);
    while (Integer.bitCount(padded.size()) != 1) {
      padded.add(ids.get(0));
    }
    return padded;
  }

  private static <T> Map<String, List<T>> byProcess(List<T> all, Function<T, String> process) {
    return all.stream().collect(groupingBy(process, LinkedHashMap::new, toList()));
  }

  Collection<LeadId> leads() {
    return processes.stream().map(ExecutionEntity::getBusinessKey).map(LeadId::of).toList();
  }
}
