<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>fuotadesk::TaskDetails</name>
        <message numerus="yes">
            <source>%n tasks are selected.</source>
            <translation>
                <numerusform>%n task is selected.</numerusform>
                <numerusform>%n tasks are selected.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>fuotadesk::TaskRemoval</name>
        <message numerus="yes">
            <source>Delete %n tasks?</source>
            <translation>
                <numerusform>Delete %n task?</numerusform>
                <numerusform>Delete %n tasks?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n tasks were deleted.</source>
            <translation>
                <numerusform>%n task was deleted.</numerusform>
                <numerusform>%n tasks were deleted.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>fuotadesk::TasksPage</name>
        <message numerus="yes">
            <source>%n tasks</source>
            <translation>
                <numerusform>%n task</numerusform>
                <numerusform>%n tasks</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %n tasks</source>
            <translation>
                <numerusform>%1 of %n task</numerusform>
                <numerusform>%1 of %n tasks</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>the status of %n is not read yet</source>
            <translation>
                <numerusform>the status of %n is not read yet</numerusform>
                <numerusform>the status of %n is not read yet</numerusform>
            </translation>
        </message>
    </context>
</TS>
