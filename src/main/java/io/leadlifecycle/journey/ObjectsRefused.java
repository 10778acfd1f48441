package io.leadlifecycle.journey;

import jakarta.ws.rs.core.Response.Status;
import org.camunda.bpm.engine.impl.variable.serializer.AbstractTypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** Answers 400 to a variable that is an object or a list; left alone, the engine would answer 500. */
final class ObjectsRefused extends AbstractTypedValueSerializer<TypedValue> {

  ObjectsRefused() {
    super(ValueType.OBJECT);
  }

  @Override
  public String getName() {
    return "refused";
  }

  @Override
  protected boolean canWriteValue(TypedValue value) {
    Object content = value.getValue();
    return content instanceof Iterable || content instanceof java.util.Map || value.getType() == ValueType.OBJECT;
  }

  @Override
  public TypedValue convertToTypedValue(UntypedValueImpl value) {
    throw refusal();
  }

  @Override
  public void writeValue(TypedValue value, ValueFields fields) {
    throw refusal();
  }

  @Override
  public TypedValue readValue(ValueFields fields, boolean deserialize, boolean asTransient) {
    throw refusal();
  }

  private static RestException refusal() {
    return new RestException(Status.BAD_REQUEST, "A variable must be text, a number or a boolean");
  }
}
