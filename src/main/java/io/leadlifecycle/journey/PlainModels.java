package io.leadlifecycle.journey;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;

/**
 * Refuses models that bring code: scripts in any language, Java classes by name, shell commands, mails past our ledger, pages of their
 * own in Tasklist. The engine would run them with all that this program may do.
 */
final class PlainModels implements Deployer {

  private static final List<String> MODELS = List.of("bpmn", "dmn", "cmmn", "xml");
  private static final Set<String> CODE = Set.of("script", "scripttask", "scriptformat", "connector", "formkey");
  private static final Set<String> TYPES = Set.of("shell", "mail");
  private static final Pattern BPMN = Pattern.compile("(?is).*bpmn(20\\.xml)?");
  private static final Pattern FEEL = Pattern.compile("(feel|https?://www\\.omg\\.org/spec/\\S*feel\\S*)?");

  private final XMLInputFactory xml = XMLInputFactory.newFactory();

  PlainModels() {
    xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  @Override
  public void deploy(DeploymentEntity deployment) {
    deployment.getResources().values().stream().filter(PlainModels::isModel).forEach(this::check);
  }

  private static boolean isModel(ResourceEntity resource) {
    String name = resource.getName().toLowerCase(Locale.ROOT);
    return MODELS.stream().anyMatch(name::endsWith);
  }

  private void check(ResourceEntity model) {
    try {
      XMLStreamReader reader = xml.createXMLStreamReader(new ByteArrayInputStream(model.getBytes()));
      while (reader.hasNext()) {
        look(model.getName(), reader, reader.next());
      }
    } catch (XMLStreamException e) {
      throw new BadInput(model.getName() + ": is no XML: " + e.getMessage());
    }
  }

  /** A document type could give elements attributes that are not to be seen here. */
  private static void look(String model, XMLStreamReader reader, int event) {
    require(event != XMLStreamConstants.DTD, model, reader, "a document type");
    if (event == XMLStreamConstants.START_ELEMENT) {
      String element = lower(reader.getLocalName());
      require(!CODE.contains(element), model, reader, element);
      IntStream.range(0, reader.getAttributeCount())
          .forEach(i -> lookAt(model, reader, element, i));
    }
  }

  private static void lookAt(String model, XMLStreamReader reader, String element, int index) {
    String name = lower(reader.getAttributeLocalName(index));
    String value = lower(reader.getAttributeValue(index).strip());
    boolean isClass = name.endsWith("class") || element.equals("constraint") && value.equals("validator");
    boolean isCommand = name.equals("type") && TYPES.contains(value);
    boolean isForeign = name.equals("language") || name.equals("expressionlanguage") && isUnknown(model, value);
    require(!isClass && !isCommand && !isForeign && !CODE.contains(name), model, reader, name + "=" + value);
  }

  /** In BPMN the engine takes no notice of it, and modelers write what they like. */
  private static boolean isUnknown(String model, String language) {
    return !BPMN.matcher(model).matches() && !FEEL.matcher(language).matches();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static void require(boolean holds, String model, XMLStreamReader reader, String fault) {
    if (!holds) {
      int line = reader.getLocation().getLineNumber();
      throw new BadInput(model + ", line " + line + ": models bring no code, but here is " + fault);
    }
  }
}
