"""Fills cells of a table in LibreOffice Calc, as an officer does, and saves it: calc-fill.py SOURCE TARGET PROFILE J5=12 H9="text ..."""
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue


def prop(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


source, target, profile, *cells = sys.argv[1:]
pipe = 'dondoc-' + str(time.time_ns())
office = subprocess.Popen(['soffice', '-env:UserInstallation=file://' + profile, '--headless', '--norestore', '--accept=pipe,name=' + pipe + ';urp;'])
try:
    resolver = uno.getComponentContext().ServiceManager.createInstance('com.sun.star.bridge.UnoUrlResolver')
    for _ in range(600):
        try:
            context = resolver.resolve('uno:pipe,name=' + pipe + ';urp;StarOffice.ComponentContext')
            break
        except Exception:  # it has not begun to listen
            time.sleep(0.2)
    desktop = context.ServiceManager.createInstance('com.sun.star.frame.Desktop')
    doc = desktop.loadComponentFromURL('file://' + source, '_blank', 0, (prop('Hidden', True),))
    sheet = doc.Sheets.getByIndex(0)
    for cell in cells:
        place, value = cell.split('=', 1)
        typed = sheet.getCellRangeByName(place)
        if value.startswith('"'):
            typed.setString(value[1:])
        else:
            typed.setFormula(value)
    doc.storeToURL('file://' + target, (prop('FilterName', 'Calc MS Excel 2007 XML'),))
    doc.close(True)
    desktop.terminate()
finally:
    office.wait(30)
