package dev.handover.process.identity;

import dev.handover.access.PasswordRules;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Our rules for passwords, for every way on which the engine takes one. */
@Component
class EnginePasswordPolicy implements PasswordPolicy {

    private final List<PasswordPolicyRule> rules;

    EnginePasswordPolicy(PasswordRules rules) {
        this.rules = rules.all().stream().<PasswordPolicyRule>map(OfEngine::new).toList();
    }

    @Override
    public List<PasswordPolicyRule> getRules() {
        return rules;
    }

    /** The engine's applications show the name of a rule as it is if they have no translation of it. */
    private record OfEngine(PasswordRules.Rule rule) implements PasswordPolicyRule {

        @Override
        public String getPlaceholder() {
            return rule.words();
        }

        @Override
        public Map<String, String> getParameters() {
            return Map.of();
        }

        @Override
        public boolean execute(String candidate) {
            return execute(candidate, null);
        }

        /** @param user null where the engine is asked about a password for nobody in particular */
        @Override
        public boolean execute(String candidate, User user) {
            var owner = user == null
                    ? new PasswordRules.Owner(null, null, null)
                    : new PasswordRules.Owner(user.getId(), EngineAccounts.nameOf(user), user.getEmail());
            return candidate != null && rule.isKept(candidate, owner);
        }
    }
}
