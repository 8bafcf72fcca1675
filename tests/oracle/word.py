"""Reads reports as Word files with python-docx, and holds each text against the same report as a page, read by Python's own parser."""

import html.parser
import os
import subprocess
import tempfile

import docx

# What holds a text of its own in the page of a report.
HOLDERS = ('h1', 'h2', 'h3', 'p', 'li', 'caption', 'th', 'td', 'figcaption')


class Different(Exception):
    pass


class Page(html.parser.HTMLParser):
    """The texts of a page in their order, each with what holds it; empty ones left out."""

    def __init__(self, text):
        super().__init__()
        self.texts, self.holder, self.parts = [], None, []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if tag in HOLDERS:
            self.holder, self.parts = tag, []

    def handle_data(self, data):
        if self.holder:
            self.parts.append(data)

    def handle_endtag(self, tag):
        if tag == self.holder:
            text = ''.join(self.parts).strip()
            if text:
                self.texts.append((tag, text))
            self.holder = None


def word(path):
    """The same of a Word file: headings by their style, cells of tables, paragraphs."""
    texts = []
    styles = {'Title': 'h1', 'Heading 1': 'h2', 'Heading 2': 'h3'}
    for block in docx.Document(path).iter_inner_content():
        if isinstance(block, docx.table.Table):
            texts += [('cell', cell.text.strip()) for row in block.rows for cell in row.cells]
        else:
            texts.append((styles.get(block.style.name, 'text'), block.text.strip()))
    return [(holder, text) for holder, text in texts if text]


def check(command, paths, visit):
    """Both files of each report say the same: of an exchange, and of this visit. Returns how many texts were compared."""
    compared = headings = cells = 0
    for template in ('exchange', 'visit'):
        for language in ('es', 'en'):
            for audience in ('team', 'public'):
                with tempfile.TemporaryDirectory() as folder:
                    made = {}
                    for form in ('html', 'docx'):
                        made[form] = os.path.join(folder, 'report.' + form)
                        asked = ['--template', template, '--language', language, '--for', audience, '--format', form, '-o', made[form]]
                        asked += ['--visit', visit] if template == 'visit' else []
                        subprocess.run(command + ['report'] + paths + asked,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
                    with open(made['html'], encoding='utf-8') as file:
                        page = Page(file.read()).texts
                    read = word(made['docx'])
                kinds = {'th': 'cell', 'td': 'cell', 'h1': 'h1', 'h2': 'h2', 'h3': 'h3'}
                expected = [(kinds.get(holder, 'text'), text) for holder, text in page]
                if read != expected:
                    at = next((at for at, (a, b) in enumerate(zip(read, expected)) if a != b), min(len(read), len(expected)))
                    raise Different('%s, %s, %s: text %d is %r in Word, %r in the page' %
                                    (template, language, audience, at, read[at:at + 1], expected[at:at + 1]))
                compared += len(read)
                headings += sum(holder in ('h1', 'h2', 'h3') for holder, _ in read)
                cells += sum(holder == 'cell' for holder, _ in read)
    if not headings or not cells:
        raise Different('no heading or no cell was met')
    return compared
