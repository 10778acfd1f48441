package io.leadlifecycle;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** Starts the program: every lead lives its whole life in one BPMN process. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(systemName = "Lead Lifecycle")
public class LeadLifecycle {

  public static void main(String[] args) {
    SpringApplication.run(LeadLifecycle.class, args);
  }
}
