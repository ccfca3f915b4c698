package io.crmkit.examples.exchange;

import ezvcard.VCard;
import ezvcard.io.text.VCardReader;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads vCards of versions 2.1, 3.0 and 4.0, one at a time.
 *
 * <p>A card is taken whole or not at all; where it is not, everything that is wrong with it is told. What a card says that
 * this library has no place for, such as a photograph or a birthday, is passed over.
 */
final class CardReader {

    private final Consumer<ContactCard> taken;
    private final Consumer<List<CardProblem>> refused;
    private @Nullable VCard pending;
    private int number;

    private CardReader(Consumer<ContactCard> taken, Consumer<List<CardProblem>> refused) {
        this.taken = taken;
        this.refused = refused;
    }

    static void read(Reader text, Consumer<ContactCard> taken, Consumer<List<CardProblem>> refused) {
        new CardReader(taken, refused).read(text);
    }

    private void read(Reader text) {
        CardSource source = new CardSource(text);
        try (VCardReader reader = new VCardReader(source)) {
            pending = reader.readNext();
            if (pending == null) {
                refuse(0, "must hold a card, and has no line BEGIN:VCARD");
            }
            while (pending != null) {
                VCard next = reader.readNext(); // the last one is known by there being none after it
                takePending(next == null && source.isWithinCard());
                pending = next;
            }
        } catch (IOException e) {
            takePending(false);
            refuse(number + 1, "could not be read, nor what follows: " + e.getMessage());
        }
    }

    private void takePending(boolean isCutOff) {
        if (pending != null) {
            number++;
            if (isCutOff) {
                refuse(number, "must end, and has no line END:VCARD");
            } else {
                take(pending);
            }
        }
    }

    private void refuse(int card, String rule) {
        refused.accept(List.of(new CardProblem(card, "", rule)));
    }

    private void take(VCard card) {
        CardContent content = new CardContent(number, card);
        ContactCard read = content.read();
        if (read == null) {
            refused.accept(content.problems());
        } else {
            taken.accept(read);
        }
    }
}
