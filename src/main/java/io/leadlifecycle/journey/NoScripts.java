package io.leadlifecycle.journey;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.DefaultScriptEngineResolver;
import org.jspecify.annotations.Nullable;

/** Knows no language, so that a script that got past {@link PlainModels} fails. */
final class NoScripts extends DefaultScriptEngineResolver {

  NoScripts() {
    super(new ScriptEngineManager(null));
  }

  @Override
  public @Nullable ScriptEngine getScriptEngine(String language, boolean fromCache) {
    return null;
  }
}
