package io.leadlifecycle.handover;

import java.util.List;

/** Who can call. Answered by whoever keeps the users. */
public interface SalesTeam {

  /** User ids of the reps of a team, in stable order; all reps if there is no such team. */
  List<String> reps(String team);
}
