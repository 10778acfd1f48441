package io.leadlifecycle.lead;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** stub */
@Component
public class Leads {

  /** @throws UnknownLead if there is none */
  public Lead get(LeadId id) { throw new UnsupportedOperationException(); }

  public Optional<Lead> find(LeadId id) { throw new UnsupportedOperationException(); }

  /** Keeps a new lead, or fills in what was not known about the lead of this address. One lead per address, whatever races. */
  public Registration register(Contact contact, boolean askedForContact) { throw new UnsupportedOperationException(); }

  /** @param isNew whether the address was not known before */
  public record Registration(LeadId id, boolean isNew) {}

  /** A process asks whether it is the lead's only one. True: it is, go on. False: another one is running. */
  public boolean begin(LeadId id) { throw new UnsupportedOperationException(); }

  public boolean isRunning(LeadId id) { throw new UnsupportedOperationException(); }

  public void enter(LeadId id, Stage stage) { throw new UnsupportedOperationException(); }

  public void judge(LeadId id, Fit fit, String reason) { throw new UnsupportedOperationException(); }

  /** The stages the lead went through, oldest first. */
  public List<StageChange> path(LeadId id) { throw new UnsupportedOperationException(); }

  /** Newest first. @param text part of name, company or address */
  public List<Lead> search(@Nullable Stage stage, @Nullable String text, int page, int size) { throw new UnsupportedOperationException(); }

  /** Takes over what a rep found out about the contact; blank fields change nothing. */
  public void amend(LeadId id, @Nullable String website, @Nullable String phone) { throw new UnsupportedOperationException(); }
}
