package io.leadlifecycle.journey;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.BeanFactory;

/** The beans that a model may name. A deployed model can reach nothing else. */
final class ModelBeans extends AbstractMap<Object, Object> {

  static final Set<String> NAMES =
      Set.of(
          "leads", "consent", "qualification", "enrichment", "scoring", "nurture", "handover", "retention",
          "leadIntake", "coldLeadIntake", "leadCard", "qualifyAnswers", "enrichAnswers", "contactAnswers",
          "overdueCall");

  private final BeanFactory beans;
  private final Map<String, Object> known = new ConcurrentHashMap<>();

  ModelBeans(BeanFactory beans) {
    this.beans = beans;
  }

  @Override
  public boolean containsKey(Object name) {
    return NAMES.contains(name);
  }

  /** Whether this is one of them: a model got it from here. */
  boolean has(Object bean) {
    return known.values().stream().anyMatch(one -> one == bean);
  }

  /** Looked up when a model asks: the engine is built before the beans. */
  @Override
  public Object get(Object name) {
    return containsKey(name) ? known.computeIfAbsent((String) name, beans::getBean) : null;
  }

  @Override
  public Set<Map.Entry<Object, Object>> entrySet() {
    return NAMES.stream().map(name -> Map.entry((Object) name, get(name))).collect(Collectors.toSet());
  }
}
