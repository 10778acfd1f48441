package io.leadlifecycle.journey;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;

/**
 * Expressions of models read {@code lead} and variables, and call methods of {@link ModelBeans}, and that is all: no property, no
 * method of anything else. Otherwise {@code ${execution.getProcessEngineServices()}} would reach the whole engine, and {@code
 * ${lead.getClass()}} all of Java.
 */
final class ModelExpressions extends JuelExpressionManager {

  private final ModelBeans ours;

  ModelExpressions(ModelBeans ours) {
    this.ours = ours;
    this.beans = ours;
  }

  @Override
  protected ELResolver createElResolver() {
    CompositeELResolver resolver = new CompositeELResolver();
    resolver.add(new OnlyOurs());
    resolver.add(new TheLead());
    resolver.add(new VariableScopeElResolver());
    resolver.add(new VariableContextElResolver());
    resolver.add(new ReadOnlyMapELResolver(beans));
    return resolver;
  }

  /** The id of the lead that the process is for: its business key, which no variable can stand in for. */
  private static final class TheLead extends Reading {

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
      Object scope = context.getContext(VariableScope.class);
      Object step = scope instanceof DelegateTask task ? task.getExecution() : scope;
      if (base == null && property.equals("lead") && step instanceof DelegateExecution execution) {
        context.setPropertyResolved(true);
        return execution.getProcessBusinessKey();
      }
      return null;
    }
  }

  /** Answers for everything behind a dot, so that nothing else is asked. */
  private final class OnlyOurs extends Reading {

    private final BeanELResolver methods = new BeanELResolver(true);

    @Override
    public @Nullable Object invoke(
        ELContext context, @Nullable Object base, Object method, Class<?>[] types, Object[] arguments) {
      if (base == null) {
        return null;
      }
      if (!ours.has(base)) {
        throw shut(method);
      }
      return methods.invoke(context, base, method, types, arguments);
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
      if (base != null) {
        throw shut(property);
      }
      return null;
    }

    private static ELException shut(Object name) {
      return new ELException(name + ": models may call methods of their beans only");
    }
  }

  private abstract static class Reading extends ELResolver {

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, Object property) {
      getValue(context, base, property);
      return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, Object property, Object value) {
      getValue(context, base, property);
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
      return true;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
      return null;
    }

    @Override
    public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
      return null;
    }
  }
}
