/// Room to write in by hand. It follows the stylesheet of either look.
enum FormStyles {
  static let text = """
    .field { margin: 0 0 0.12em; break-inside: avoid; }
    .field.line + :not(.field), .field.box + :not(.field) { margin-top: 0.8em; }
    .field.line { display: flex; align-items: flex-end; min-height: 8mm; }
    .field.line .label { flex: 0 0 46%; padding-right: 1em; box-sizing: border-box; }
    .field.line .room { flex: 1; min-height: 8mm; border-bottom: 1px solid #0b0c0c; }
    .field.box .label { margin: 0 0 0.4em; }
    .field.box .room { height: 13mm; border: 1px solid #0b0c0c; }
    .page-break + section > p { margin-bottom: 0.4em; }
    .page-break + section > dl, .page-break + section > aside { margin-bottom: 0.4em; }
    .field.choice { position: relative; min-height: 1.5em; padding-left: 2.2em; }
    .field.choice .tick { position: absolute; left: 0; top: -0.05em; font: 1.5em/1 "DejaVu Sans", "Segoe UI Symbol", \
    "Apple Symbols", sans-serif; }

    """
}
