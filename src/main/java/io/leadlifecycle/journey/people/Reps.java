package io.leadlifecycle.journey.people;

import io.leadlifecycle.handover.SalesTeam;
import java.util.List;
import org.springframework.stereotype.Component;

/** A team is a group of the engine's users. */
@Component
class Reps implements SalesTeam {

  private final Staff staff;

  Reps(Staff staff) {
    this.staff = staff;
  }

  @Override
  public List<String> reps(String team) {
    return staff.members(staff.exists(team) ? team : Role.SALES_REPS.group());
  }
}
