package io.leadlifecycle.journey.people;

import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/**
 * The whole program on a port of its own, with people whose passwords we know. It is closed after each class: there is one engine of a name in a
 * Java process, and the next program to close would take it away.
 */
@DirtiesContext
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:house;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
      "leads.admin-password=" + House.PASSWORD,
      "leads.sample-password=" + House.PASSWORD,
      "leads.api-key=" + House.KEY,
      "camunda.bpm.job-execution.enabled=false"
    })
public abstract class House {

  protected static final String PASSWORD = "Open-7-sesame";
  static final String KEY = "leads_a-key-for-tests";

  @LocalServerPort private int port;
  @Autowired RepositoryService repository;

  /** Deploys a model made for these tests, if there is none of that name. */
  void deploy(String process) {
    if (repository.createProcessDefinitionQuery().processDefinitionKey(process).count() == 0) {
      repository.createDeployment().addClasspathResource("doors/" + process + ".bpmn").deploy();
    }
  }

  protected Visitor stranger() {
    return new Visitor(port);
  }

  protected Visitor machine() {
    return stranger().showing("Bearer " + KEY);
  }

  protected Visitor person(String name) {
    return stranger().named(name, PASSWORD);
  }
}
