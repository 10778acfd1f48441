package io.leadlifecycle.lead;

import io.leadlifecycle.OfTransaction;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The leads: one per address, each with at most one running process. */
@Component("leads")
@Transactional
public class Leads {

  private final LeadRecords records;
  private final AddressTurns turns;
  private final StageTable stages;
  private final Newborns newborns;
  private final EntityManager entities;
  private final Clock clock;

  /**
   * New leads are written as running already, for the process that most often begins in the same transaction. These still
   * wait for it.
   */
  private final OfTransaction<Set<LeadId>> promised = new OfTransaction<>(HashSet::new, this::leaveAll);

  Leads(
      LeadRecords records, AddressTurns turns, StageTable stages, Newborns newborns, EntityManager entities, Clock clock) {
    this.records = records;
    this.turns = turns;
    this.stages = stages;
    this.newborns = newborns;
    this.entities = entities;
    this.clock = clock;
  }

  /** @throws UnknownLead if there is none */
  @Transactional(readOnly = true)
  public Lead get(LeadId id) {
    return record(id).toLead();
  }

  @Transactional(readOnly = true)
  public Optional<Lead> find(LeadId id) {
    return found(id.value()).map(LeadRecord::toLead);
  }

  @Transactional(readOnly = true)
  public Optional<Lead> of(EmailAddress address) {
    return records.findByEmail(address.value()).map(LeadRecord::toLead);
  }

  /**
   * Keeps a new lead, or fills in what was not known about the lead of this address; what is known already stays.
   * Of two at once, the second sees the first.
   */
  public Registration register(Contact contact, boolean askedForContact) {
    Optional<LeadRecord> known = turns.takeAndFind(contact.email()).flatMap(this::found);
    LeadRecord lead = known.orElseGet(() -> new LeadRecord(LeadId.next(), contact, now()));
    known.ifPresent(record -> record.fillGaps(contact));
    if (askedForContact) {
      lead.asksForContact();
    }
    if (known.isEmpty()) {
      keep(lead);
    }
    return new Registration(new LeadId(lead.getId()), known.isEmpty());
  }

  private void keep(LeadRecord lead) {
    LeadId id = new LeadId(lead.getId());
    records.saveAndFlush(lead);
    stages.append(id, Stage.CAPTURED, now());
    newborns.add(id);
    promised.get().add(id);
  }

  /** @param isNew whether the address was not known before */
  public record Registration(LeadId id, boolean isNew) {}

  /**
   * A process asks to be the lead's one process. Of two that ask at once, one is refused.
   *
   * @return whether it is; false if another one is running, or if the lead is a customer, whose life here is over
   */
  public boolean begin(LeadId id) {
    LeadRecord lead = locked(id);
    if (redeem(id)) {
      lead.leave();
    }
    return lead.begin();
  }

  /**
   * Waits until nobody else works on this lead, and holds them off until the caller's transaction ends.
   *
   * @throws UnknownLead if there is none
   */
  public void lock(LeadId id) {
    locked(id);
  }

  /**
   * Like {@link #lock(LeadId)}, of several leads. Whoever locks more than one does it with this, and first of
   * all: it locks in one order, so that nobody waits in a circle.
   *
   * @return those of them that there are
   */
  public Set<LeadId> lock(Set<LeadId> ids) {
    entities.flush();
    entities.clear(); // what was read before the lock may be old
    List<LeadRecord> locked = records.findAllLocked(ids.stream().map(LeadId::value).sorted().toList());
    locked.forEach(LeadRecord::hold);
    return locked.stream().map(record -> new LeadId(record.getId())).collect(Collectors.toSet());
  }

  /**
   * Like {@link #lock(LeadId)}, but of a lead that may have been erased.
   *
   * @return whether there is such a lead
   */
  public boolean lockIfKnown(LeadId id) {
    return found(id.value()).filter(lead -> lead.isHeld() || isLocked(id)).isPresent();
  }

  private boolean isLocked(LeadId id) {
    Optional<LeadRecord> lead = records.findLockedById(id.value());
    lead.ifPresent(this::lockFresh);
    return lead.isPresent();
  }

  /**
   * Holds off whoever captures that address or works on that lead, until the caller's transaction ends.
   *
   * @return whether there is such a lead
   */
  public boolean hold(LeadId id, EmailAddress address) {
    turns.take(address);
    boolean known = records.existsById(id.value());
    if (known) {
      locked(id);
    }
    return known;
  }

  /** Whether a process could begin: see {@link #begin}. Not for a lead that is gone. */
  @Transactional(readOnly = true)
  public boolean mayBegin(LeadId id) {
    return isPromised(id) || found(id.value()).filter(LeadRecord::mayBegin).isPresent();
  }

  /** The lead's process is gone, however it ended: another one may begin. */
  public void leave(LeadId id) {
    redeem(id);
    locked(id).leave();
  }

  /** The lead asks to be contacted: a rep may call it, whether it confirms its address or not. */
  public void asksForContact(LeadId id) {
    record(id).asksForContact();
  }

  @Transactional(readOnly = true)
  public boolean isRunning(LeadId id) {
    return record(id).isRunning() && !isPromised(id);
  }

  /** The lead's process came to this stage. Entering the stage that the lead is in changes nothing. */
  public void enter(LeadId id, Stage stage) {
    LeadRecord lead = record(id);
    redeem(id);
    if (!lead.isIn(stage)) {
      lead.enter(stage, now());
      stages.append(id, stage, now());
    }
  }

  /** @param by the rep who decided; null for the rules */
  public void judge(LeadId id, Fit fit, String reason, @Nullable String by) {
    record(id).judge(fit, reason, by);
  }

  /** Takes over what a rep found out; null changes nothing. */
  public void amend(LeadId id, @Nullable String website, @Nullable String phone) {
    record(id).amend(website, phone);
  }

  /** The stages the lead went through, oldest first. */
  @Transactional(readOnly = true)
  public List<StageChange> path(LeadId id) {
    return stages.of(id);
  }

  /**
   * Leads, captured last first.
   *
   * @param stage null for all
   * @param text part of name, company or address; null for all
   * @param page counted from 0
   */
  @Transactional(readOnly = true)
  public List<Lead> search(@Nullable Stage stage, @Nullable String text, int page, int size) {
    Set<Stage> wanted = stage == null ? EnumSet.allOf(Stage.class) : EnumSet.of(stage);
    return records.search(wanted, pattern(text), PageRequest.of(page, size)).stream()
        .map(LeadRecord::toLead)
        .toList();
  }

  /** How many leads stand in each stage; every stage is present. */
  @Transactional(readOnly = true)
  public Map<Stage, Long> countByStage() {
    Map<Stage, Long> counts = new EnumMap<>(Stage.class);
    EnumSet.allOf(Stage.class).forEach(stage -> counts.put(stage, 0L));
    records.countByStage().forEach(row -> counts.put(row.getStage(), row.getLeads()));
    return counts;
  }

  /** How many leads were captured for the first time since then, and are still known. */
  @Transactional(readOnly = true)
  public long capturedSince(Instant since) {
    return records.countByCapturedAtGreaterThanEqual(since);
  }

  /** How far those leads have come. */
  @Transactional(readOnly = true)
  public Progress progressOfThoseCapturedSince(Instant since) {
    return stages.progress(since);
  }

  private boolean isPromised(LeadId id) {
    return promised.find().filter(leads -> leads.contains(id)).isPresent();
  }

  private boolean redeem(LeadId id) {
    return promised.find().filter(leads -> leads.remove(id)).isPresent();
  }

  private void leaveAll(Set<LeadId> leads) {
    Set.copyOf(leads).forEach(this::leave);
  }

  private LeadRecord locked(LeadId id) {
    LeadRecord lead = record(id);
    try {
      lockFresh(lead);
    } catch (EntityNotFoundException erased) {
      throw new UnknownLead(id);
    }
    return lead;
  }

  /** Fresh: what was read before the lock may be old. */
  private void lockFresh(LeadRecord lead) {
    if (!lead.isHeld()) {
      entities.flush();
      entities.refresh(lead, LockModeType.PESSIMISTIC_WRITE);
      lead.hold();
    }
  }

  private LeadRecord record(LeadId id) {
    return found(id.value()).orElseThrow(() -> new UnknownLead(id));
  }

  /** Once for each transaction, however often it is asked for. */
  private Optional<LeadRecord> found(UUID id) {
    return Optional.ofNullable(entities.find(LeadRecord.class, id));
  }

  /** Both databases keep microseconds: what is written is what will be read. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static String pattern(@Nullable String text) {
    String escaped = text == null ? "" : text.strip().replaceAll("([!%_])", "!$1");
    return "%" + escaped.toLowerCase(Locale.ROOT) + "%";
  }
}
