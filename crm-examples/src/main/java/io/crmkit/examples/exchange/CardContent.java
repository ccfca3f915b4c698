package io.crmkit.examples.exchange;

import ezvcard.VCard;
import ezvcard.property.Categories;
import ezvcard.property.Organization;
import ezvcard.property.RawProperty;
import ezvcard.property.StructuredName;
import ezvcard.property.Title;
import ezvcard.property.VCardProperty;
import io.crmkit.core.party.ContactPoint;
import io.crmkit.core.party.Tenure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One vCard, as this library has it; everything that is wrong with it is collected. */
final class CardContent {

    private final VCard card;
    private final CardProblems problems;

    CardContent(int number, VCard card) {
        this.card = card;
        this.problems = new CardProblems(number);
    }

    List<CardProblem> problems() {
        return problems.all();
    }

    /** The card, or null where there are problems. */
    @Nullable
    ContactCard read() {
        ContactCard.Kind kind = kind();
        String name = name();
        List<ContactPoint> points = new CardPoints(card, problems).read();
        List<Position> positions = kind == ContactCard.Kind.COMPANY ? List.of() : positions();
        ContactCard read = name == null || kind == null
                ? null
                : problems.checked("", () -> new ContactCard(kind, uid(), name, points, positions, tags()));
        return problems.all().isEmpty() ? read : null;
    }

    /* before version 4.0 there was no KIND, and address books marked companies in a way of their own */
    private ContactCard.@Nullable Kind kind() {
        RawProperty shown = card.getExtendedProperty("X-ABShowAs");
        String kind = card.getKind() == null ? "individual" : card.getKind().getValue();
        if ("org".equalsIgnoreCase(kind) || (shown != null && "COMPANY".equalsIgnoreCase(shown.getValue()))) {
            return ContactCard.Kind.COMPANY;
        } else if ("individual".equalsIgnoreCase(kind)) {
            return ContactCard.Kind.PERSON;
        }
        problems.refuse("KIND", "must be individual or org: '" + kind + "'");
        return null;
    }

    private @Nullable UUID uid() {
        String uid = card.getUid() == null ? null : card.getUid().getValue();
        try {
            return uid == null ? null : UUID.fromString(uid.replaceFirst("(?i)^urn:uuid:", ""));
        } catch (IllegalArgumentException another) {
            return null;
        }
    }

    private @Nullable String name() {
        String formatted =
                card.getFormattedName() == null ? null : card.getFormattedName().getValue();
        String name = formatted == null || formatted.isBlank() ? structuredName() : formatted.strip();
        if (name.isBlank()) {
            problems.refuse("FN", "must be given");
            return null;
        }
        return name;
    }

    private String structuredName() {
        StructuredName name = card.getStructuredName();
        if (name == null) {
            return card.getOrganizations().stream()
                    .map(CardContent::company)
                    .findFirst()
                    .orElse("");
        }
        return Stream.of(
                        name.getPrefixes().stream(),
                        Stream.of(name.getGiven()),
                        name.getAdditionalNames().stream(),
                        Stream.of(name.getFamily()),
                        name.getSuffixes().stream())
                .flatMap(part -> part)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "))
                .strip();
    }

    private Set<String> tags() {
        Set<String> tags = new TreeSet<>(String.CASE_INSENSITIVE_ORDER); // the first spelling of each
        for (Categories categories : card.getCategoriesList()) {
            categories.getValues().stream()
                    .filter(tag -> !tag.isBlank())
                    .map(String::strip)
                    .forEach(tags::add);
        }
        return tags;
    }

    private List<Position> positions() {
        List<Position> positions = new ArrayList<>();
        List<Title> titles = new ArrayList<>(card.getTitles());
        for (Organization organization : card.getOrganizations()) {
            if (!company(organization).isBlank()) {
                Position position = problems.checked("ORG", () -> position(organization, titles));
                if (position != null) {
                    positions.add(position);
                }
            }
        }
        return positions;
    }

    /* where nothing is grouped, the one title is of the one company */
    private Position position(Organization organization, List<Title> titles) {
        String group = organization.getGroup();
        boolean only = card.getOrganizations().size() == 1 && titles.size() == 1;
        String role = titles.stream()
                .filter(title -> only || (group != null && group.equals(title.getGroup())))
                .map(Title::getValue)
                .filter(title -> title != null && !title.isBlank())
                .findFirst()
                .orElse(null);
        Tenure tenure = new Tenure(day(organization, CardProperties.FROM), day(organization, CardProperties.UNTIL));
        return new Position(company(organization), role, tenure, CardPoints.preference(organization) == 1);
    }

    /* the units of the company, where there are, come after it */
    private static String company(Organization organization) {
        return organization.getValues().isEmpty()
                ? ""
                : organization.getValues().get(0).strip();
    }

    private static @Nullable LocalDate day(VCardProperty property, String parameter) {
        String day = property.getParameter(parameter);
        try {
            return day == null ? null : LocalDate.parse(day);
        } catch (java.time.format.DateTimeParseException e) {
            throw new IllegalArgumentException(parameter + " must be a day such as 2026-03-31: '" + day + "'", e);
        }
    }
}
