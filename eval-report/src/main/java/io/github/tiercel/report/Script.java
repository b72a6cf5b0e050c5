package io.github.tiercel.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * All that a page does by itself: the slider of a threshold moves numbers and marks. Everything stands on the page
 * without it.
 *
 * <p>It holds none of the characters that HTML and XML read differently inside a script element, and the page's content
 * security policy names its hash, so that no other script can run.
 */
record Script() implements Markup {

    private static final String CODE = """
            for (const card of document.querySelectorAll('[data-explorer]')) {
              const list = key => card.dataset[key].split(',').map(Number);
              const thresholds = list('thresholds'), tps = list('tp'), fps = list('fp');
              const positives = Number(card.dataset.positives), negatives = Number(card.dataset.negatives);
              const start = Number(card.dataset.start), end = Number(card.dataset.end);
              const [left, right, bottom, top] = card.dataset.plot.split(' ').map(Number);
              const x = share => left + share * (right - left), y = share => bottom + share * (top - bottom);
              const slider = card.querySelector('input'), value = card.querySelector('output');
              const count = n => {
                const near = Math.max(0, n);
                if (Number.isInteger(near)) { return near.toLocaleString('en-US'); }
                return near >= 1 ? near.toFixed(1) : String(Number(near.toPrecision(3)));
              };
              const rate = r => Number.isNaN(r) ? 'undefined' : r.toFixed(3);
              const tell = (key, text) => { card.querySelector('[data-outcome=' + key + ']').textContent = text; };
              const mark = (curve, right, up) => {
                const dot = document.querySelector('[data-mark=' + card.dataset.explorer + '-' + curve + ']');
                if (dot) { dot.setAttribute('cx', x(right)); dot.setAttribute('cy', y(up)); }
              };
              const show = () => {
                const last = thresholds.length - 1;
                const wanted = slider.value === slider.defaultValue ? start : end * slider.value / slider.max;
                const found = thresholds.findIndex(t => t >= wanted), i = found === -1 ? last : found;
                const t = thresholds[i], tp = tps[i], fp = fps[i];
                const precision = tp / (tp + fp), recall = tp / positives;
                value.textContent = String(t);
                slider.setAttribute('aria-valuetext', 'threshold ' + t);
                tell('tp', count(tp)); tell('fn', count(positives - tp));
                tell('fp', count(fp)); tell('tn', count(negatives - fp));
                tell('precision', rate(precision)); tell('recall', rate(recall));
                tell('f1', rate(2 * tp / (tp + fp + positives)));
                tell('alert', rate((tp + fp) / (positives + negatives)));
                const line = card.querySelector('[data-mark=threshold]');
                line.setAttribute('x1', x(t / end)); line.setAttribute('x2', x(t / end));
                mark('roc', fp / negatives, recall); mark('pr', recall, precision);
              };
              slider.hidden = false;
              slider.addEventListener('input', show);
            }
            """;

    /** {@return the hash by which a content security policy knows the script} */
    static String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(CODE.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    @Override
    public void appendTo(StringBuilder page) {
        page.append(CODE);
    }
}
