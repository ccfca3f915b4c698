package io.crmkit.core.party;

import io.crmkit.core.value.EmailAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules that the contact points of people and companies share. */
final class Contacts {

    private static final int MOST = 50;

    private Contacts() {}

    static List<ContactPoint> checked(List<ContactPoint> points) {
        List<ContactPoint> checked = List.copyOf(points);
        if (checked.size() > MOST) {
            throw new IllegalArgumentException("contactPoints must be at most " + MOST + ", not " + checked.size());
        }
        return checked;
    }

    static List<ContactPoint> of(@Nullable EmailAddress email) {
        return email == null ? List.of() : List.of(EmailPoint.of(email));
    }

    static @Nullable EmailAddress email(List<ContactPoint> points) {
        return first(points, point -> point instanceof EmailPoint email ? email.address() : null);
    }

    static @Nullable PhoneNumber phone(List<ContactPoint> points) {
        return first(points, point -> point instanceof PhonePoint phone ? phone.number() : null);
    }

    /* the first that may be used; where there is none, the first */
    private static <T> @Nullable T first(List<ContactPoint> points, Reader<T> of) {
        T first = null;
        for (ContactPoint point : points) {
            T value = of.read(point);
            if (value != null && point.status() == ContactStatus.ACTIVE) {
                return value;
            }
            first = first == null ? value : first;
        }
        return first;
    }

    /** Reads the address of one medium. */
    private interface Reader<T> {
        @Nullable
        T read(ContactPoint point);
    }

    static void requireMergedInto(Relationship relationship, @Nullable Object mergedInto) {
        PartyState state = relationship.state();
        if (state == PartyState.MERGED ? mergedInto == null : mergedInto != null && !outlivesMerging(state)) {
            throw new IllegalArgumentException(
                    "mergedInto must be given where the state is MERGED, and may be where it is ERASED: state = "
                            + state + ", mergedInto = " + mergedInto);
        }
    }

    /* what was merged may be erased later, and what refers to it still finds the other */
    static boolean outlivesMerging(PartyState state) {
        return state == PartyState.MERGED || state == PartyState.ERASED;
    }
}
