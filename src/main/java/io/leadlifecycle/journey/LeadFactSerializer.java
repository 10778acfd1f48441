package io.leadlifecycle.journey;

import io.leadlifecycle.lead.LeadId;
import org.camunda.bpm.engine.impl.variable.serializer.AbstractTypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Shows facts about a lead in Tasklist without keeping personal data in the engine's tables: what is stored is the lead's id, what is
 * read is the fact.
 */
final class LeadFactSerializer extends AbstractTypedValueSerializer<TypedValue> {

  private final ObjectProvider<LeadFacts> facts;

  LeadFactSerializer(ObjectProvider<LeadFacts> facts) {
    super(ValueType.STRING);
    this.facts = facts;
  }

  @Override
  public String getName() {
    return "leadFact";
  }

  @Override
  protected boolean canWriteValue(TypedValue value) {
    return value.getValue() instanceof LeadFact;
  }

  @Override
  public TypedValue convertToTypedValue(UntypedValueImpl value) {
    return Variables.stringValue(((LeadFact) value.getValue()).lead().toString());
  }

  @Override
  public void writeValue(TypedValue value, ValueFields fields) {
    fields.setTextValue((String) value.getValue());
  }

  @Override
  public TypedValue readValue(ValueFields fields, boolean deserialize, boolean asTransient) {
    Object fact = facts.getObject().read(LeadId.of(fields.getTextValue()), fields.getName());
    return fact instanceof Boolean flag
        ? Variables.booleanValue(flag, asTransient)
        : Variables.stringValue((String) fact, asTransient);
  }
}
