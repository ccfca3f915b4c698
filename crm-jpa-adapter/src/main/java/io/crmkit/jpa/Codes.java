package io.crmkit.jpa;

import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.journal.ChangeKind;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.privacy.Channel;
import io.crmkit.core.privacy.ConsentState;
import io.crmkit.core.privacy.LawfulBasis;
import io.crmkit.core.privacy.SuppressionReason;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** The codes under which closed choices are stored; they stay as they are when a constant is renamed. */
final class Codes<E extends Enum<E>> {

    static final Codes<Outcome> OUTCOME =
            new Codes<>(Outcome.class, Map.of(Outcome.OPEN, "open", Outcome.WON, "won", Outcome.LOST, "lost"));

    static final Codes<StageKind> STAGE_KIND = new Codes<>(
            StageKind.class,
            Map.of(
                    StageKind.OPEN, "open",
                    StageKind.ON_HOLD, "on-hold",
                    StageKind.WON, "won",
                    StageKind.LOST, "lost"));

    static final Codes<ActivityState> ACTIVITY_STATE = new Codes<>(
            ActivityState.class,
            Map.of(
                    ActivityState.PLANNED, "planned",
                    ActivityState.HELD, "held",
                    ActivityState.NOT_HELD, "not-held",
                    ActivityState.CANCELLED, "cancelled"));

    static final Codes<ChangeKind> CHANGE_KIND =
            new Codes<>(ChangeKind.class, Map.of(ChangeKind.ADDED, "added", ChangeKind.CHANGED, "changed"));

    static final Codes<Channel> CHANNEL = new Codes<>(
            Channel.class,
            Map.of(Channel.EMAIL, "email", Channel.PHONE, "phone", Channel.SMS, "sms", Channel.POST, "post"));

    static final Codes<LawfulBasis> LAWFUL_BASIS = new Codes<>(
            LawfulBasis.class,
            Map.of(
                    LawfulBasis.CONSENT, "consent",
                    LawfulBasis.CONTRACT, "contract",
                    LawfulBasis.LEGAL_OBLIGATION, "legal-obligation",
                    LawfulBasis.VITAL_INTEREST, "vital-interest",
                    LawfulBasis.PUBLIC_INTEREST, "public-interest",
                    LawfulBasis.LEGITIMATE_INTEREST, "legitimate-interest"));

    static final Codes<ConsentState> CONSENT_STATE = new Codes<>(
            ConsentState.class,
            Map.of(
                    ConsentState.REQUESTED, "requested",
                    ConsentState.GIVEN, "given",
                    ConsentState.WITHDRAWN, "withdrawn",
                    ConsentState.EXPIRED, "expired"));

    static final Codes<SuppressionReason> SUPPRESSION_REASON = new Codes<>(
            SuppressionReason.class,
            Map.of(
                    SuppressionReason.ERASED, "erased",
                    SuppressionReason.OBJECTED, "objected",
                    SuppressionReason.BOUNCED, "bounced"));

    private final Map<E, String> codes;
    private final Map<String, E> constants = new HashMap<>();

    private Codes(Class<E> type, Map<E, String> codes) {
        this.codes = new EnumMap<>(codes);
        codes.forEach((constant, code) -> constants.put(code, constant));
        if (constants.size() != type.getEnumConstants().length) {
            throw new IllegalStateException("each constant of " + type + " must have a code of its own: " + codes);
        }
    }

    String of(E constant) {
        String code = codes.get(constant);
        if (code == null) {
            throw new IllegalArgumentException("no code for " + constant);
        }
        return code;
    }

    E constant(String code) {
        E constant = constants.get(code);
        if (constant == null) {
            throw new IllegalArgumentException("code must be one of " + constants.keySet() + ": '" + code + "'");
        }
        return constant;
    }
}
