package io.github.tiercel.report;

/**
 * How a page looks: light and dark by the reader's preference, one column on phones, black on white in print. Every
 * pair of text and background has a contrast of at least 4.5 to 1.
 *
 * <p>It holds none of the characters that HTML and XML read differently inside a style element.
 */
record Stylesheet() implements Markup {

    private static final String CSS = """
            :root {
              color-scheme: light dark;
              --page: #f4f6f8; --card: #ffffff; --text: #1a1f26; --faint: #4d5762; --line: #dde2e8;
              --blue: #0072b2; --green: #00795a; --orange: #a05a00; --red: #c43d00; --purple: #8a4b9f; --grey: #7d8894;
              --good: #e5f4ee; --unsure: #fdf3dd; --bad: #fdece4;
              --low: #e6f1f8; --middle: #c3dff0; --high: #93c7e6;
            }
            @media screen and (prefers-color-scheme: dark) {
              :root {
                --page: #0f1419; --card: #1a2129; --text: #e8edf2; --faint: #a9b4bf; --line: #313b46;
                --blue: #56b4e9; --green: #45d0a0; --orange: #f0b24a; --red: #ff8f66; --purple: #c9a0dc; --grey: #8b96a1;
                --good: #10332a; --unsure: #3a2e12; --bad: #3c2117;
                --low: #20323f; --middle: #24485e; --high: #285f80;
              }
            }
            * { box-sizing: border-box; }
            body {
              margin: 0; background: var(--page); color: var(--text);
              font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
            }
            main { max-width: 1100px; margin: 0 auto; padding: 16px; }
            h1 { font-size: 20px; line-height: 1.3; margin: 0 0 4px; }
            h2 { font-size: 17px; margin: 0 0 8px; }
            h3 { font-size: 15px; margin: 0 0 8px; }
            main section h2:first-child { margin-top: 0; }
            p { margin: 0 0 8px; }
            ul { margin: 0 0 8px; padding-left: 20px; }
            .kicker { color: var(--faint); margin: 0 0 8px; }
            .banner, .card {
              background: var(--card); border: 1px solid var(--line); border-radius: 10px;
              padding: 16px 18px; margin: 0 0 16px;
            }
            .banner { display: flex; flex-wrap: wrap; gap: 8px 28px; align-items: center; }
            .banner div { flex: 1 1 320px; }
            .banner p:last-child, .banner ul:last-child { margin-bottom: 0; }
            .banner .word { font-size: 25px; font-weight: 700; margin: 0; }
            .banner.good { background: var(--good); border-color: var(--green); }
            .banner.unsure { background: var(--unsure); border-color: var(--orange); }
            .banner.bad { background: var(--bad); border-color: var(--red); }
            .banner.good .word, td.good, th.good { color: var(--green); }
            .banner.unsure .word, td.unsure, th.unsure { color: var(--orange); }
            .banner.bad .word, td.bad, th.bad { color: var(--red); }
            td.good, td.unsure, td.bad, th.good, th.unsure, th.bad { font-weight: 700; }
            .faint { color: var(--faint); }
            .scroll { overflow-x: auto; margin: 0 0 8px; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
            caption { text-align: left; color: var(--faint); padding-bottom: 4px; }
            th, td {
              text-align: left; vertical-align: top; font-weight: 400; padding: 5px 14px 5px 0;
              border-bottom: 1px solid var(--line); white-space: nowrap;
            }
            th:last-child, td:last-child { padding-right: 0; }
            th.long, td.long { white-space: normal; min-width: 14em; }
            tbody tr:last-child th, tbody tr:last-child td { border-bottom: 0; }
            thead th { color: var(--faint); font-size: 13px; }
            .number { text-align: right; }
            .heat thead th, .heat td, .heat td:last-child { padding-left: 14px; padding-right: 14px; }
            .heat .right { font-weight: 700; }
            .low { background: var(--low); } .middle { background: var(--middle); } .high { background: var(--high); }
            .heat .share { display: block; font-size: 12px; font-weight: 400; }
            svg { display: block; font-family: system-ui, sans-serif; }
            figure svg[role] { max-width: 100%; height: auto; }
            svg.wide { max-width: 100%; min-width: 720px; height: auto; }
            svg.slices { max-width: 100%; min-width: 640px; height: auto; }
            figure { margin: 0; }
            figcaption strong { display: block; }
            .side-by-side { display: flex; flex-wrap: wrap; gap: 16px 40px; }
            .side-by-side figure { flex: 1 1 300px; max-width: 500px; }
            .side-by-side * { min-width: 0; }
            .panels { display: grid; gap: 0 24px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 320px), 1fr)); }
            .pairs { grid-template-columns: repeat(auto-fill, minmax(min(100%, 400px), 1fr)); }
            .panels figure { display: grid; grid-template-rows: subgrid; grid-row: span 3; min-width: 0; margin: 0 0 20px; }
            .panels figure svg[role] { width: 100%; max-width: 420px; }
            .tiles { display: flex; flex-wrap: wrap; gap: 10px; margin: 0 0 16px; }
            .tiles div { flex: 1 1 200px; max-width: 400px; border: 1px solid var(--line); border-radius: 8px; padding: 10px 14px; }
            .tiles dt, .tiles dd { margin: 0; font-size: 14px; }
            .tiles dt { color: var(--faint); }
            .tiles .value { font-size: 25px; font-weight: 700; line-height: 1.3; font-variant-numeric: tabular-nums; }
            .tiles .good { color: var(--green); font-weight: 700; }
            .tiles .bad { color: var(--red); font-weight: 700; }
            .legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 4px 20px; }
            .legend li { display: flex; align-items: center; gap: 8px; }
            .decision output { font-weight: 700; font-variant-numeric: tabular-nums; }
            .slider { max-width: 360px; margin: 0 0 12px; }
            .slider input { width: calc(83.9% + 16px); margin: 0 0 0 calc(12.2% - 8px); accent-color: var(--blue); }
            .rates { display: grid; grid-template-columns: max-content max-content; gap: 4px 24px; margin: 16px 0 0; }
            .rates dt { color: var(--faint); }
            .rates dd { margin: 0; font-weight: 700; font-variant-numeric: tabular-nums; text-align: right; }
            summary { cursor: pointer; color: var(--blue); margin-top: 8px; }
            a { color: var(--blue); }
            :focus-visible { outline: 2px solid var(--blue); outline-offset: 2px; }
            .fill-blue { fill: var(--blue); } .stroke-blue { stroke: var(--blue); }
            .fill-green { fill: var(--green); } .stroke-green { stroke: var(--green); }
            .fill-orange { fill: var(--orange); } .stroke-orange { stroke: var(--orange); }
            .fill-red { fill: var(--red); } .stroke-red { stroke: var(--red); }
            .fill-purple { fill: var(--purple); } .stroke-purple { stroke: var(--purple); }
            .fill-grey { fill: var(--grey); } .stroke-grey { stroke: var(--grey); }
            .stroke-grid { stroke: var(--line); } .fill-label { fill: var(--faint); }
            .fill-paper { fill: var(--card); }
            @media (max-width: 480px) {
              main { padding: 8px; }
              .banner, .card { padding: 12px; }
              th.long, td.long { min-width: 22em; }
              .stacking thead { display: none; }
              .stacking, .stacking tbody, .stacking caption { display: block; }
              .stacking tr { display: block; padding: 6px 0; border-bottom: 1px solid var(--line); }
              .stacking th, .stacking td { display: inline-block; min-width: 0; padding: 0 12px 0 0; border: 0; white-space: normal; }
              .outcomes th, .outcomes td { white-space: normal; padding-right: 8px; }
              svg.slices { min-width: 0; }
              svg.slices text { font-size: 22px; }
              svg.slices .rows { display: none; }
            }
            @media print {
              @page { margin: 14mm; }
              body { font-size: 10px; background: none; }
              main { max-width: none; padding: 0; }
              h1 { font-size: 15px; } h2 { font-size: 13px; } h3 { font-size: 11px; }
              h2, h3, caption, figcaption { break-after: avoid; }
              figure, tr, .banner, .tiles div, .legend, svg, [data-explorer] { break-inside: avoid; }
              .banner, .card { padding: 10px 12px; margin: 0 0 10px; }
              .banner .word, .tiles .value { font-size: 17px; }
              .tiles div { flex: 1 1 140px; padding: 6px 10px; }
              .tiles dt, .tiles dd, thead th { font-size: 9px; }
              th, td { padding: 3px 10px 3px 0; }
              .side-by-side { gap: 12px 20px; }
              .side-by-side figure { flex: 1 1 30%; max-width: 48%; }
              .panels { grid-template-columns: 1fr 1fr 1fr; }
              .pairs { grid-template-columns: 1fr 1fr; }
              .scroll { overflow: visible; }
              .scroll svg { max-width: 100%; min-width: 0; height: auto; }
              .slider input, summary, figure details { display: none; }
              details::details-content { content-visibility: visible; }
            }
            """;

    @Override
    public void appendTo(StringBuilder page) {
        page.append(CSS);
    }
}
