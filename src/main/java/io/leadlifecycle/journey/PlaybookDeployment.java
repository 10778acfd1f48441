package io.leadlifecycle.journey;

import io.leadlifecycle.playbook.Playbook;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Deploys the playbook's models before the web server takes the first request; what has not changed gets no new version. */
@Component
class PlaybookDeployment implements SmartLifecycle {

  private final RepositoryService repository;
  private final Playbook playbook;
  private volatile boolean deployed;

  PlaybookDeployment(RepositoryService repository, Playbook playbook) {
    this.repository = repository;
    this.playbook = playbook;
  }

  @Override
  public void start() {
    DeploymentBuilder deployment =
        repository.createDeployment().name("playbook").enableDuplicateFiltering(true);
    models().forEach(model -> deployment.addString(model, playbook.text(model)));
    deployment.deploy();
    deployed = true;
  }

  private List<String> models() {
    return Stream.of("*.bpmn", "*.dmn", "*.form").flatMap(kind -> playbook.names(kind).stream()).toList();
  }

  @Override
  public void stop() {
    deployed = false;
  }

  @Override
  public boolean isRunning() {
    return deployed;
  }

  @Override
  public int getPhase() {
    return 0;
  }
}
